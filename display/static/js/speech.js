/**
 * How numbers and rooms are read aloud. Pure. A ticket's number is read digit by digit, so that A023 and A123
 * cannot be confused; a room is read as the sign on its door is read.
 */

const CHINESE_DIGITS = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
const ENGLISH_DIGITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const ENGLISH_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
  "eighteen", "nineteen"];
const ENGLISH_TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

const chinese = (language) => language.startsWith("zh");

/** A023 -> "A 零二三" or "A zero two three". @param {string} number @param {string} language @returns {string} */
export function spokenNumber(number, language) {
  const [, letters, digits] = /^(\D*)(.*)$/su.exec(number);
  const words = [...digits].map((sign) => {
    if (!/\d/u.test(sign)) return sign;
    return (chinese(language) ? CHINESE_DIGITS : ENGLISH_DIGITS)[Number(sign)];
  });
  const read = words.join(chinese(language) ? "" : " ");
  return [[...letters.trim()].join(" "), read].filter(Boolean).join(" ");
}

/** 12 -> 十二, 301 -> 三百零一; above 9999 digit by digit. @param {number} value @returns {string} */
export function chineseNumeral(value) {
  if (value > 9999) return [...String(value)].map((digit) => CHINESE_DIGITS[Number(digit)]).join("");
  if (value < 10) return CHINESE_DIGITS[value];
  let text = "";
  let gap = false;
  for (const [size, name] of [[1000, "千"], [100, "百"], [10, "十"], [1, ""]]) {
    const digit = Math.floor(value / size) % 10;
    if (digit === 0) gap = text !== "";
    else {
      const bareTen = size === 10 && digit === 1 && text === "";
      text += `${gap ? "零" : ""}${bareTen ? "" : CHINESE_DIGITS[digit]}${name}`;
      gap = false;
    }
  }
  return text;
}

/** 12 -> twelve; from 100 on digit by digit, as rooms are called. @param {number} value @returns {string} */
export function englishNumeral(value) {
  if (value < 10) return ENGLISH_DIGITS[value];
  if (value < 20) return ENGLISH_TEENS[value - 10];
  if (value < 100) {
    const unit = value % 10;
    return ENGLISH_TENS[Math.floor(value / 10)] + (unit ? ` ${ENGLISH_DIGITS[unit]}` : "");
  }
  return [...String(value)].map((digit) => ENGLISH_DIGITS[Number(digit)]).join(" ");
}

/** 抽血3号窗口 -> "抽血 三 号窗口", Room 12 -> "Room twelve".
 * @param {string} name @param {string} language @returns {string} */
export function spokenRoom(name, language) {
  const numeral = chinese(language) ? chineseNumeral : englishNumeral;
  return name.replace(/\s*(\d+)\s*/gu, (_, digits) => ` ${numeral(Number(digits))} `).trim();
}
