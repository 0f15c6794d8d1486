// Writing a name with the keyboard on the screen: likely characters first, rare ones reachable, kind words.
import assert from "node:assert/strict";
import { test } from "node:test";
import chinese from "../../../node_modules/simple-keyboard-layouts/build/layouts/chinese.js";
import { nameRank, withRareNames, wordOf } from "../../../kiosk/static/js/keyboard/name-words.js";
import { complaintRank } from "../../../kiosk/static/js/keyboard/complaint-words.js";
import { offering } from "../../../kiosk/static/js/keyboard/offer.js";
import { candidates } from "../../../kiosk/static/js/keyboard/pinyin.js";

const OWN = chinese.layoutCandidates;
const TABLE = withRareNames(OWN);
const offer = offering(TABLE);
const offered = (letters, written = "") => offer(letters, true, written).characters;

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
  [["wei", "伟"], ["jing", "静"], ["fang", "芳"], ["li", "丽"], ["xiu", "秀"], ["zi", "子"], ["xin", "欣"], ["yu", "玉"]]
    .forEach(([letters, character]) => assert.ok(offered(letters, "王").indexOf(character) < 3, letters + offered(letters, "王").slice(0, 4)));
  assert.ok(offered("xi", "周梦").slice(0, 8).includes("曦"));
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

test("R1: a character of several readings is likely where it is read so in names, and can be found by the others", () => {
  assert.notEqual(offered("qi")[0], "翟");
  assert.equal(offered("zhai")[0], "翟");
  [["ping", "冯"], ["hu", "许"], ["dan", "单"]].forEach(([letters, character]) => {
    assert.ok(offered(letters).indexOf(character) > 0, letters);
  });
});

test("R1: family names of two characters, and given names of one character twice, are written in one go", () => {
  [["ouyang", "欧阳"], ["oy", "欧阳"], ["shangguan", "上官"], ["zhuge", "诸葛"], ["weichi", "尉迟"], ["moqi", "万俟"], ["simam", undefined]]
    .forEach(([letters, word]) => assert.equal(offer(letters, true, "").texts.find((text) => text.length > 1), word, letters));
  assert.equal(offer("tingting", true, "王").texts[0], "婷婷");
  assert.equal(offer("tingting", true, "王").rest("婷婷"), "");
  assert.equal(offer("tingting", true, "王").rest("婷"), "ting");
  assert.equal(offer("ouyang", true, "王").texts.find((text) => text.length > 1), undefined);
});

test("R1: a hundred common names are written with as many keys as they have letters and one touch a character", () => {
  const families = { wang: "王", li: "李", zhang: "张", liu: "刘", chen: "陈", yang: "杨", zhao: "赵", huang: "黄", zhou: "周", wu: "吴" };
  const given = [
    [["wei", "伟"]], [["fang", "芳"]], [["na", "娜"]], [["min", "敏"]], [["jing", "静"]], [["xiu", "秀"], ["ying", "英"]],
    [["li", "丽"]], [["qiang", "强"]], [["lei", "磊"]], [["jun", "军"]],
  ];
  const IN_BAR = 7;
  const touches = [];
  Object.entries(families).forEach(([letters, family]) => given.forEach((rest) => {
    let written = "";
    let count = 0;
    [[letters, family], ...rest].forEach(([run, character]) => {
      const place = offer(run, true, written).texts.indexOf(character);
      // One behind the bar's arrow takes another touch.
      count += run.length + 1 + (place < IN_BAR ? 0 : 1);
      written += character;
    });
    touches.push(count);
    const least = [[letters, family], ...rest].reduce((sum, [run]) => sum + run.length + 1, 0);
    assert.equal(count, least, written);
  }));
  assert.equal(touches.length, 100);
  assert.ok(touches.reduce((sum, count) => sum + count) / 100 < 9.5, `${touches.reduce((sum, count) => sum + count) / 100} touches a name`);
});

test("R1: words of complaints are written in one go, by their syllables or the first letters of them", () => {
  const said = (letters) => offer(letters, false, "").texts;
  [["touteng", "头疼"], ["fashao", "发烧"], ["fs", "发烧"], ["kesou", "咳嗽"], ["xiongk", "胸口"], ["gaoxueya", "高血压"], ["lashuxi", undefined]]
    .forEach(([letters, word]) => assert.equal(word ? said(letters).slice(0, 4).includes(word) : said(letters).some((text) => text.length > 1),
      Boolean(word), `${letters}: ${said(letters).slice(0, 5)}`));
  assert.equal(offer("fashao", false, "").rest("发烧"), "");
  // A syllable by itself is a character first.
  assert.equal([...said("tong")[0]].length, 1);
  assert.ok(said("shao").slice(0, 2).every((text) => [...text].length === 1));
  // Nothing that somebody may type makes it fail.
  ["", "'", "''", "zzzzzzzzzzzzzzzzzzzzzzzz", "n", "v", "a'a'a"].forEach((letters) => assert.ok(Array.isArray(said(letters)), letters));
});

test("R1: in a complaint the characters of complaints come first", () => {
  [["mei", "没"], ["xiong", "胸"], ["ke", "咳"], ["sou", "嗽"], ["tong", "痛"], ["teng", "疼"], ["fa", "发"], ["shao", "烧"], ["du", "肚"]]
    .forEach(([letters, character]) => {
      const first = candidates(letters, TABLE, complaintRank).characters.slice(0, 3);
      assert.ok(first.includes(character), `${letters}: ${first}`);
    });
});
