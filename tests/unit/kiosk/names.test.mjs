// Writing a name with the keyboard on the screen: likely characters first, rare ones reachable, kind words.
import assert from "node:assert/strict";
import { test } from "node:test";
import { SimpleKeyboardLayouts } from "../../../node_modules/simple-keyboard-layouts/build/index.esm.js";
import { nameRank, withRareNames, wordOf } from "../../../kiosk/static/js/keyboard/name-words.js";
import { complaintRank } from "../../../kiosk/static/js/keyboard/complaint-words.js";
import { candidates } from "../../../kiosk/static/js/keyboard/pinyin.js";

const OWN = new SimpleKeyboardLayouts().get("chinese").layoutCandidates;
const TABLE = withRareNames(OWN);
const offered = (letters, written = "") => candidates(letters, TABLE, nameRank(written)).characters;

test("R1: a family name is the first candidate where the name begins", () => {
  const names = {
    wang: "王", li: "李", zhang: "张", liu: "刘", chen: "陈", zhou: "周", wu: "吴", zhao: "赵", sun: "孙", qian: "钱",
    shan: "单", xie: "谢", zeng: "曾", qiu: "邱", zhai: "翟", ou: "欧",
  };
  Object.entries(names).forEach(([letters, character]) => assert.equal(offered(letters)[0], character, letters));
});

test("R1: family names that are read otherwise than the word are found by how they are said", () => {
  [["qiu", "仇"], ["shan", "单"], ["xie", "解"], ["zha", "查"], ["ou", "区"], ["piao", "朴"], ["chen", "谌"], ["tan", "覃"]]
    .forEach(([letters, character]) => assert.ok(offered(letters).includes(character), letters + character));
});

test("R1: after the family name the characters of given names come first", () => {
  assert.deepEqual(offered("xi", "周梦").slice(0, 8), [..."溪希熙曦夕惜汐锡"]);
  assert.equal(offered("zi", "王")[0], "梓");
});

test("R1: rare characters of names are reachable, and no character of the keyboard's own table is lost", () => {
  [["yu", "彧"], ["yi", "祎"], ["yue", "玥"], ["jun", "珺"], ["yao", "垚"], ["jing", "璟"], ["yan", "䶮"]]
    .forEach(([letters, character]) => assert.ok(offered(letters, "王").includes(character), letters + character));
  Object.entries(OWN).forEach(([syllable, characters]) => assert.ok(TABLE[syllable].startsWith(characters), syllable));
});

test("R14: a character is told by a kind word, and one without such a word by none", () => {
  assert.equal(wordOf("周"), "周到");
  assert.equal(wordOf("梦"), "梦想");
  assert.equal(wordOf("病"), undefined);
  assert.equal(wordOf("A"), undefined);
  const unkind = /[死病亡苦丧哭恶丑坏伤痛毒鬼杀贼穷烂]|失|难/u;
  for (let code = 0x4e00; code < 0x9fff; code += 1) {
    const word = wordOf(String.fromCodePoint(code));
    assert.ok(word === undefined || (!unkind.test(word.replace("烂漫", "").replace("灿烂", "")) && word.length >= 2), word);
  }
});

test("R1: in a complaint the characters of complaints come first", () => {
  [["mei", "没"], ["xiong", "胸"], ["ke", "咳"], ["sou", "嗽"], ["tong", "痛"], ["teng", "疼"], ["fa", "发"], ["shao", "烧"], ["du", "肚"]]
    .forEach(([letters, character]) => {
      const first = candidates(letters, TABLE, complaintRank).characters.slice(0, 3);
      assert.ok(first.includes(character), `${letters}: ${first}`);
    });
});
