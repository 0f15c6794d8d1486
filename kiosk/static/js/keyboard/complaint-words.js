// Characters as patients write them when they say what is wrong: of those that sound alike, the more usual one first.

import { PHRASES } from "./complaint-phrases.js";

const USUAL =
  "没有不的了我是在一这个就还得很也都会能要来去到从好多少大小上下前后左右里外天周月年早晚夜今昨刚才总老一直两三四五六七八九十" +
  "疼痛头胸胃肚腰背腿脚手肩脖颈嗓喉咽鼻耳眼牙嘴舌脸皮肤心肝肾肺肠膝关节骨肌肉指趾屁股肛门尿血痰脓便月经孕胎" +
  "咳嗽发烧热冷怕寒汗晕昏吐恶呕泻拉稀胀酸麻木痒肿红疹包块硬破裂流出喘气闷憋慌跳累乏力困睡觉醒梦吃喝饭药酒烟水" +
  "伤摔碰扭撞烫割咬断动走站坐躺弯看听说话闻清楚糊响叫紧张担怕难受服舒厉害轻重急慢突然反复经常偶尔加减查检复诊开拿单" +
  "儿女孩子妈爸爷奶老婆公家人感冒炎症糖压高低脂过敏癣痘斑湿风火虚弱瘦胖瘤癌结石疝痔疮龋蛀补拔洗镶种正畸";

const RANKS = new Map([...USUAL].reverse().map((character, place) => [character, place + 1]));

/** @returns {number} how usual a character is in a complaint; 0 for the rest */
export const complaintRank = (character) => RANKS.get(character) ?? 0;

export const COMPLAINT_WORDS = PHRASES.split(" ");
