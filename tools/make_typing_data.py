"""What the kiosk's keyboards offer first: `python -m tools.make_typing_data sinonym-0.5.1-py3-none-any.whl`.

Writes how common characters are in Chinese names (for the pad: server/writing/data/, for pinyin:
kiosk/static/js/keyboard/name-frequency.js) and the words of complaints (complaint-phrases.js).

The shares of characters come from the wheel (`pip download --no-deps sinonym==0.5.1`, Apache-2.0), which counted them
in ORCID's public records (CC0); we keep nothing of it but the order. The words are those of the list below and of the
triage knowledge.
"""

from __future__ import annotations

import csv
import io
import re
import sys
import tomllib
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAD = ROOT / "server/writing/data"
KEYBOARD = ROOT / "kiosk/static/js/keyboard"
KNOWLEDGE = ROOT / "server/triage/knowledge"

#: Some people give their names the other way round. So much of a family name's share is in the given names' too, and
#: whoever has a share among the family names below that of their given one is no family name.
TURNED_ROUND, REAL_FAMILY = 0.33, 0.05
#: How many are kept; the rest is rarer than one in a hundred thousand.
FAMILY, GIVEN, GIVEN_ON_PAGE = 460, 2400, 1500
#: Family names that are given ones far more often, and given ones that the records lack; they stand where others of
#: middling share do.
ALSO_FAMILY, ALSO_GIVEN = "文阳华明燕东", "中之一日月和千有用人年其起二范想向朱郑蒋姐六览暮穆蔷帛作虞绒"
MIDDLING = 150
#: How many of the ways to say a complaint are offered as words.
SAYINGS = 3
WORD = re.compile(r"[\u4e00-\u9fff]{2,4}")

SAID = """
现在 今天 昨天 前天 昨晚 早上 中午 下午 晚上 夜里 半夜 白天 每天 刚才 刚刚 最近 上周 一周 两周
几天 两天 三天 一天 半天 半年 一年 几年 一个月 两个月 开始 突然 已经 一直 总是 有时 偶尔 经常 反复
越来越 有点 有些 很多 特别 非常 比较 稍微 不太 没有 不能 不会 不想 觉得 感觉 好像 可能 因为 所以
但是 还有 而且 以后 以前 之后 之前 时候 左边 右边 上面 下面 前面 后面 里面 外面 中间 旁边 两边
全身 左手 右手 左脚 右脚 左腿 右腿 左眼 右眼 左耳 右耳 膝盖 肩膀 脖子 后背 胸口 肚子 嗓子 牙龈
舌头 嘴唇 皮肤 关节 手指 脚趾 头皮 吃药 吃饭 喝水 睡觉 走路 上楼 下楼 说话 喝酒 抽烟 运动 干活
上班 休息 起床 弯腰 坐着 站着 躺着 咽东西 吃东西 大便 小便 月经 怀孕 摔倒 摔了 撞到 扭到 烫伤 割伤
咬伤 划伤 碰到 受伤 着凉 厉害 严重 难受 不舒服 没力气 吃不下 睡不着 睡不好 走不动 抬不起来 看不清
听不见 喘不上气 不见好 好一点 加重 减轻 检查 复查 复诊 开药 拿药 化验 拍片 体检 手术 住院 出院 医生
医院 过敏 血压高 血糖高 高血压 糖尿病 心脏病 胃病 感冒 发烧 咳嗽 孩子 宝宝 老人 妈妈 爸爸 爷爷 奶奶
老公 老婆 儿子 女儿 家人 我妈 我爸
"""


def shares(wheel: Path, file: str, column: str) -> dict[str, float]:
    """Share of each name, in millionths."""
    with zipfile.ZipFile(wheel) as archive:
        rows = csv.DictReader(io.StringIO(archive.read(f"sinonym/data/{file}").decode("utf-8")))
        return {row[column]: float(row["ppm"]) for row in rows if len(row[column]) == 1}


def commonest(share: dict[str, float], also: str, most: int) -> str:
    """Its characters, the commonest first, with those of `also` in their midst."""
    ranked = "".join(sorted(set(share) - set(also), key=lambda one: (-share[one], one)))
    return (ranked[:MIDDLING] + also + ranked[MIDDLING:])[:most]


def words() -> list[str]:
    """Words of complaints that are written in one go: the shortest first, each once."""
    found = SAID.split()
    for file in sorted(KNOWLEDGE.glob("symptoms_*.toml")):
        for symptom in tomllib.loads(file.read_text(encoding="utf-8"))["symptom"].values():
            found += [symptom["zh"], *symptom.get("say_zh", [])[:SAYINGS]]
    return list(dict.fromkeys(one for one in found if WORD.fullmatch(one)))


def main() -> None:
    """Write the four files anew."""
    wheel = Path(sys.argv[1])
    family = shares(wheel, "familyname_orcid.csv", "surname")
    given = shares(wheel, "givenname_orcid.csv", "character")
    real = {one: share for one, share in family.items() if share > REAL_FAMILY * given.get(one, 0)}
    own = {one: share - TURNED_ROUND * family.get(one, 0) for one, share in given.items()}
    first, later = commonest(real, ALSO_FAMILY, FAMILY), commonest(own, ALSO_GIVEN, GIVEN)
    PAD.mkdir(exist_ok=True)
    (PAD / "family.txt").write_text(first + "\n", encoding="utf-8")
    (PAD / "given.txt").write_text(later + "\n", encoding="utf-8")
    (KEYBOARD / "name-frequency.js").write_text(
        "// Characters of Chinese names, the commonest first. Made by tools/make_typing_data.py.\n"
        f'export const FAMILY =\n  "{first}";\n\nexport const GIVEN =\n  "{later[:GIVEN_ON_PAGE]}";\n',
        encoding="utf-8",
    )
    said = words()
    (KEYBOARD / "complaint-phrases.js").write_text(
        "// Words of complaints, the most usual first. Made by tools/make_typing_data.py.\n"
        f'export const PHRASES =\n  "{" ".join(said)}";\n',
        encoding="utf-8",
    )
    print(f"{len(first)} family names, {len(later)} characters of given names, {len(said)} words")


if __name__ == "__main__":
    main()
