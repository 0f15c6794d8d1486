// Characters as they stand in Chinese names. Pure data and two questions about it: which character is likely here, and
// by which kind word it is told from others that sound alike (R14).

import { FAMILY, GIVEN } from "./name-frequency.js";

/** Family names of two characters, the commonest first. */
const COMPOUND = ("欧阳 上官 司马 诸葛 皇甫 司徒 慕容 令狐 夏侯 东方 尉迟 公孙 端木 轩辕 长孙 宇文 独孤 南宫 西门 申屠 呼延 " +
  "澹台 濮阳 闻人 完颜 钟离 淳于 赫连 百里 宗政 鲜于 司空 东郭 太史 单于 万俟 拓跋 闾丘 亓官 仲孙 公冶 第五").split(" ");

/** Characters with several readings, and how they are read in names. */
const READ = new Map((
  "孙sun 朱zhu 许xu 冯feng 彭peng 丁ding 曾zeng 叶ye 贾jia 沈shen 石shi 万wan 汤tang 齐qi 翟zhai 殷yin 俞yu 莫mo 宁ning 盛sheng " +
  "覃qin/tan 单shan 解xie 牟mou/mu 缪miao 卜bu 臧zang 景jing 车che 柏bai/bo 南nan 隋sui 仇qiu 瞿qu 查zha 和he 盖ge/gai 朴piao/pu " +
  "都du 阿a 宿su 尉wei 薄bo/bao 那na 区ou/qu 渠qu 竺zhu 从cong 宛wan 种chong 冒mao 贲ben 郄qie/xi 郇xun/huan 颉xie/jie 郦li 糜mi " +
  "隗wei/kui 眭sui 皋gao 宓mi/fu 红hong 强qiang 思si 泽ze 家jia 娜na 乐le/yue 奇qi 其qi 六liu 广guang 大da 若ruo 露lu 朝chao/zhao " +
  "硕shuo 长chang 会hui 传chuan 莎sha 姣jiao 乾qian 晟sheng/cheng 信xin 奥ao 伯bo 淳chun 楷kai 劲jin/jing"
).split(" ").map((entry) => [entry[0], entry.slice(1).split("/")]));

/** Characters of names that the keyboard's own table lacks, by syllable. */
const RARE = [
  "ang:卬 ao:璈 bei:琲 ben:犇 bi:苾 cai:偲 cen:梣 chang:玚 cheng:琤娍 chi:郗 chong:翀 chu:俶柷 chuan:玔 cong:悰",
  "di:玓頔 dun:惇 fan:璠 fang:昉 feng:沨 fu:茀 gan:玕 gao:髙 guan:琯 hao:淏澔 he:熇龢 heng:姮 hong:竑 hua:婳嬅",
  "huan:瓛 hui:嘒翙 ji:姞 jie:玠倢劼 jin:瑨琎 jing:璟暻 jiong:冏泂 jun:珺晙 kan:衎 kun:焜堃壸 li:欐 lin:璘",
  "ling:祾姈 lu:琭吕 ma:孖 meng:濛 min:旻忞 ming:洺 pang:厐 peng:芃 qi:玘棨锜 qiang:玱 qin:骎 qing:勍暒 quan:佺",
  "rong:瑢镕 rui:叡 shen:珅兟屾燊谌 sheng:昇泩 shi:寔湜 si:楒 sui:睟穂 tao:弢 tian:湉 ting:颋 tong:曈橦 wan:妧",
  "wei:亹嶶暐韡 wen:彣炆 wo:涴 xi:晞囍晳爔茜 xian:忺 xin:炘 xing:钘 xiu:琇 xu:昫 xuan:瑄烜翾 xun:珣 yan:䶮嬿棪龑",
  "yang:颺飏 yao:垚 yi:祎廙扆浥燚 yin:崟愔 ying:煐媖浧溁 yong:詠 you:祐 yu:彧瑀玙堉敔滪矞鬱 yuan:嫄杬鹓 yue:玥",
  "yun:妘沄贇赟 zao:慥 zhao:曌 zhe:喆晢 zhen:瑱禛瑧 zhi:禔晊 zhuan:瑑 zong:碂",
];

/** A character, then a word with it that is neutral or kind and that nobody takes amiss. */
const WORDS = [
  "王国王 李桃李 张张开 刘刘海 陈陈列 杨杨柳 黄黄色 赵赵国 吴吴国 周周到 徐徐徐 孙子孙 马骏马 朱朱红 胡胡同 郭城郭",
  "何如何 林树林 高高山 罗罗列 郑郑重 梁桥梁 谢感谢 宋宋朝 唐唐朝 许许多 韩韩国 邓姓邓 冯姓冯 曹姓曹 彭姓彭 曾曾经",
  "肖姓肖 田田野 董古董 潘姓潘 袁姓袁 蔡姓蔡 蒋姓蒋 余余地 于关于 杜杜鹃 叶树叶 程路程 魏魏国 苏苏州 吕姓吕 丁人丁",
  "任责任 卢姓卢 姚姓姚 沈沈阳 钟时钟 姜生姜 崔姓崔 谭姓谭 陆陆地 范模范 汪汪洋 廖姓廖 石石头 金金色 韦姓韦 贾商贾",
  "夏夏天 付付出 方方向 邹姓邹 熊姓熊 白白云 孟孟子 秦秦朝 邱姓邱 侯诸侯 江长江 尹姓尹 薛姓薛 闫姓闫 段段落 雷春雷",
  "龙蛟龙 黎黎明 史历史 陶陶器 贺祝贺 毛羽毛 郝姓郝 顾照顾 龚姓龚 邵姓邵 万万里 覃姓覃 武文武 钱金钱 戴爱戴 严严谨",
  "莫莫愁 孔孔子 向方向 常经常 汤汤圆 康健康 易容易 乔乔木 赖信赖 文文化 施施展 洪洪亮 季季节 温温暖 芦芦苇 俞姓俞",
  "詹姓詹 樊姓樊 颜容颜 耿耿直 柴柴火 葛葛根 梅梅花 殷殷切 倪姓倪 庄庄重 盛茂盛 牛黄牛 翟姓翟 申申请 鲁鲁国 牟姓牟",
  "岳山岳 关关心 毕毕业 卓卓越 焦焦点 凌凌云 童儿童 佟姓佟 骆姓骆 纪纪念 聂姓聂 包包容 齐整齐 柳柳树 单单位 舒舒服",
  "左左右 宁宁静 项项目 柯姓柯 盖盖子 游游览 欧欧洲 祝祝福 祁姓祁 解解放 饶富饶 车车站 管管理 尚高尚 米大米 涂涂写",
  "鲍姓鲍 甘甘甜 卫卫生 霍姓霍 丛花丛 阮姓阮 古古代 裴姓裴 娄姓娄 冉冉冉 翁老翁 桂桂花 岑姓岑 蒲蒲公英 房房屋",
  "成成功 储储蓄 蓝蓝天 沙沙滩 艾艾草 阳阳光 习学习 谷山谷 华中华 苗禾苗 池池塘 宗祖宗 屈屈原 晏海晏河清 简简单",
  "曲歌曲 路道路 麦小麦 商商量 符符合 景风景 边身边 应应该 明光明 穆肃穆 滕姓滕 区地区 连连接 伍队伍 时时间 占占先",
  "尤尤其 司司机 燕燕子 巩巩固 朴朴素 巫姓巫 桑桑树 郎郎才 慕羡慕 令令人 上上面 皇皇帝 东东方 尉少尉 公公正 梓桑梓",
  "子孩子 宇宇宙 轩轩昂 浩浩大 涵涵养 泽恩泽 博博学 欣欣喜 怡心旷神怡 雨雨水 佳佳节 嘉嘉奖 思思念 诗诗歌 梦梦想",
  "一第一 辰星辰 睿睿智 可可以 萱萱草 若若干 依依靠 彤红彤彤 艺艺术 晨早晨 诺承诺 俊英俊 英英雄 玉玉石 秀秀丽",
  "丽美丽 国国家 建建设 志志气 海大海 永永远 德品德 军军人 伟伟大 强坚强 勇勇敢 杰杰出 敏敏捷 静安静 芳芳香 娟娟秀",
  "艳鲜艳 娜婀娜 红红色 霞彩霞 平和平 刚刚强 小大小 晓拂晓 春春天 兰兰花 云白云 荣光荣 宝宝贝 凤凤凰 玲玲珑 清清水",
  "祥吉祥 新新年 生生活 花鲜花 福幸福 香花香 莲莲花 芬芬芳 飞飞翔 波水波 斌文武斌 鹏大鹏 磊三个石 超超过 辉光辉",
  "鑫三个金 洋海洋 健健康 安平安 乐快乐 天天空 宏宏伟 鸿鸿雁 亮明亮 凯凯旋 旭旭日 昊昊天 心爱心 馨温馨 欢欢乐",
  "琪琪花瑶草 琦琦玉 琳琳琅 琴钢琴 青青草 晴晴天 庆庆祝 婷娉婷 婉温婉 薇蔷薇 维维护 蔚蔚蓝 玮瑰玮 巍巍峨 溪溪水",
  "希希望 熙熙和 曦晨曦 夕夕阳 惜珍惜 汐潮汐 锡无锡 喜喜欢 西西方 曼曼妙 漫烂漫 淑贤淑 树大树 书书本 舟小舟 洲绿洲",
  "倩倩影 茜茜草 乾乾坤 谦谦虚 千千里 然自然 染染色 珊珊瑚 山高山 善善良 胜胜利 圣圣人 升上升 声声音 世世界 士战士",
  "实诚实 月月亮 悦喜悦 越越过 跃跳跃 粤粤语 宜适宜 仪礼仪 义正义 逸安逸 益有益 毅毅力 忆回忆 奕神采奕奕 熠熠熠",
  "璐宝璐 露露水 颖新颖 莹晶莹 盈盈余 营经营 映映照 影身影 瑛瑛玉 樱樱花 雅文雅 亚亚洲 娅姻娅 雁大雁 彦俊彦",
  "妍百花争妍 言语言 岩岩石 延延长 炎炎黄 扬飞扬 瑶瑶池 遥遥远 耀光耀 尧尧舜 媛名媛 元元旦 源源泉 远远方 圆团圆",
  "园花园 缘缘分 原平原 愿心愿 韵韵律 芸芸香 允公允 运幸运 羽羽毛 语语言 禹大禹 钰金钰 裕富裕 育教育 毓钟灵毓秀",
  "瑜瑜玉 愉愉快 佑保佑 友朋友 优优秀 又又一次 有有心 悠悠久 咏歌咏 涌泉涌 泳游泳 用用心 庸中庸 融融合 容容易",
  "蓉芙蓉 溶溶化 绒绒毛 如如意 儒儒雅 汝汝州 瑞祥瑞 蕊花蕊 锐锐利 润滋润 仁仁爱 忍忍耐 人人民 柔温柔 日日出 锦锦绣",
  "瑾瑾玉 谨严谨 进进步 晋晋升 津天津 今今天 近远近 敬尊敬 靖靖安 晶水晶 菁菁华 京北京 经经过 菊菊花 聚团聚 举举重",
  "炬火炬 君君子 钧千钧 峻险峻 隽隽永 均平均 洁整洁 婕婕妤 捷敏捷 节节日 姐姐姐 家家庭 加增加 甲甲等 坚坚强 剑宝剑",
  "见看见 娇娇美 骄骄阳 皎皎洁 佼佼佼 科科学 恺恺悌 楷楷书 慷慷慨 坤乾坤 昆昆明 宽宽广 阔宽阔 立立志 力力量 莉茉莉",
  "利顺利 理道理 礼礼貌 联联合 廉廉洁 良善良 量力量 霖甘霖 临光临 麟麒麟 灵灵活 龄年龄 菱菱角 岭山岭 陵丘陵 留留心",
  "六六月 流河流 隆兴隆 珑玲珑 岚山岚 澜波澜 览游览 朗晴朗 浪浪花 蕾花蕾 璃琉璃 美美好 玫玫瑰 妹妹妹 眉眉毛 媚明媚",
  "萌萌芽 密秘密 蜜蜂蜜 民人民 铭铭记 鸣鸣叫 茗香茗 名名字 牧牧童 木树木 沐沐浴 暮暮色 默默契 墨笔墨 茂茂盛 南南方",
  "男男子 楠楠木 妮妮子 霓霓虹 凝凝聚 女女儿 念思念 年新年 培培养 佩敬佩 沛充沛 朋朋友 萍浮萍 苹苹果 屏屏风 品品德",
  "普普通 浦黄浦江 其其中 奇奇迹 旗红旗 祺吉祺 启启发 起早起 淇淇水 骐骐骥 前前进 蔷蔷薇 秋秋天 球地球 渠水渠",
  "权权利 全安全 泉泉水 铨铨选 则法则 增增加 珍珍珠 真真诚 贞坚贞 振振兴 臻日臻完善 震震动 镇镇静 政政治 正正直",
  "征长征 峥峥嵘 争争取 芝灵芝 之之乎者也 枝树枝 知知识 智智慧 治治理 致致敬 稚稚气 执执着 直正直 中中国 忠忠诚",
  "众众多 重重要 仲仲夏 珠珍珠 竹竹子 柱支柱 筑建筑 壮强壮 准准确 姿英姿 紫紫色 祖祖国 尊尊敬 佐辅佐 作作品 保保护",
  "葆永葆青春 贝宝贝 蓓蓓蕾 北北方 倍加倍 本本领 碧碧绿 璧璧玉 必必定 彬彬彬有礼 宾来宾 冰冰雪 兵士兵 炳彪炳",
  "秉秉公 伯伯伯 帛玉帛 渤渤海 才才华 财财富 彩彩色 采风采 灿灿烂 璨璀璨 苍苍翠 沧沧海 昌昌盛 畅舒畅 长长久 朝朝阳",
  "潮潮水 臣大臣 诚诚实 承承担 澄澄清 城城市 驰奔驰 纯纯洁 淳淳朴 慈慈爱 聪聪明 翠翠绿 存存在 达到达 大大小 代代表",
  "黛青黛 丹丹心 旦元旦 登攀登 迪启迪 蝶蝴蝶 鼎鼎力 定安定 冬冬天 栋栋梁 笃笃实 端端正 敦敦厚 多许多 朵花朵 恩恩情",
  "尔尔雅 二第二 帆帆船 凡平凡 繁繁荣 菲芳菲 斐斐然 奋奋斗 丰丰收 峰山峰 锋先锋 风春风 枫枫叶 富丰富 复复兴 芙芙蓉",
  "馥馥郁 钢钢铁 岗山岗 歌歌唱 戈干戈 根根本 庚长庚 功成功 恭恭敬 光阳光 广广大 贵珍贵 果果实 寒寒梅 翰翰墨 含包含",
  "航航行 豪自豪 好好人 皓皓月 和和平 荷荷花 河黄河 合合作 赫赫赫有名 鹤仙鹤 恒永恒 衡平衡 虹彩虹 弘弘扬 厚厚道",
  "虎老虎 桦白桦 化文化 怀怀念 焕焕发 环环境 惠恩惠 慧智慧 卉花卉 汇汇合 蕙蕙兰 会会议 涛波涛 桃桃花 韬韬略 腾奔腾",
  "甜香甜 铁钢铁 庭家庭 亭亭子 廷朝廷 通通过 桐梧桐 统统一 图图画 晚晚霞 旺兴旺 望希望 威威风 唯唯一 闻新闻 稳稳重",
  "午中午 舞舞蹈 悟觉悟 侠侠客 仙水仙 先先进 贤贤良 娴娴静 显显著 现现在 翔飞翔 湘湘江 想理想 笑微笑 孝孝顺 啸虎啸",
  "信信心 兴兴旺 星星星 幸幸福 杏杏花 雄英雄 修修养 绪思绪 续继续 宣宣传 璇璇玑 旋凯旋 炫炫目 学学习 雪雪花 勋功勋",
  "洵洵美 寻寻找 循遵循 训训练 爱爱心 昂昂扬 奥奥妙 傲傲雪 松松树 柏松柏 川山川 淼三个水 笙笙歌 茵绿草如茵 音音乐",
  "银银色 初当初 勤勤劳 伊伊人 冠冠军 章文章 来未来 为作为 竺天竺 壹大写的一 甄甄选 尘红尘 寅寅虎 战战士",
];

const ranks = (text) => {
  const characters = [...text];
  return new Map(characters.map((one, place) => [one, characters.length - place]));
};
const FAMILY_RANKS = ranks(FAMILY);
const GIVEN_RANKS = ranks(GIVEN);
const WORD_OF = new Map(WORDS.join(" ").split(" ").map((entry) => {
  const [character, ...word] = entry;
  return [character, word.join("")];
}));

/**
 * How likely each character is at the next place of a name: family names first, given names after.
 * @param {string} written what stands already
 * @param {string} [syllable] as it was typed; whoever is read otherwise in names is not likely
 * @returns {(character: string) => number} greater is likelier; 0 for the rest
 */
export const nameRank = (written, syllable = "") => {
  const known = written === "" ? FAMILY_RANKS : GIVEN_RANKS;
  const isRead = (character) => !syllable || (READ.get(character)?.includes(syllable) ?? true);
  return (character) => (isRead(character) ? known.get(character) ?? 0 : 0);
};

/** Words at the next place of a name: family names of two characters where it begins. */
export const nameWords = (written) => (written === "" ? COMPOUND : []);

/** @returns {string | undefined} the word that tells this character from others, as in "周到的周" */
export const wordOf = (character) => WORD_OF.get(character);

/**
 * The table of syllables with the rare characters of names behind its own.
 * @param {Record<string, string>} table syllable -> characters, apart by spaces
 * @returns {Record<string, string>}
 */
export function withRareNames(table) {
  const whole = { ...table };
  RARE.join(" ").split(" ").forEach((entry) => {
    const [syllable, characters] = entry.split(":");
    whole[syllable] = [whole[syllable], ...characters].filter(Boolean).join(" ");
  });
  return whole;
}
