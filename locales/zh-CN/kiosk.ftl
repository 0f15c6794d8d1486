# 自助机 / The kiosk in the lobby. Spoken, short, 您 and 请; the subject is what happens next.

## 每一页都有的 / On every page
kiosk-bar = 语言、字号和求助
kiosk-bar-language = 语言
kiosk-back = 上一步
kiosk-next = 下一步
kiosk-large = 大字
kiosk-help = 请工作人员帮忙
kiosk-help-second = Call a staff member
kiosk-help-off = 呼叫暂停，请到导诊台
kiosk-progress = 第 { $step } 步，共 { $of } 步
kiosk-sub-new = 第一次来·登记
kiosk-sub-known = 来过·查找
kiosk-sub-appointment = 有预约·签到
kiosk-sub-waiting = 正在取号
kiosk-sub-worse = 不舒服加重
kiosk-list-comma = 、

## 首页 / Home
kiosk-home-title = 您好，请在这里取号
kiosk-home-second = Hello, please take your number here
kiosk-home-ask = 您有预约吗？以前来过吗？
kiosk-home-ask-lines =
    您有预约吗？
    以前来过吗？
kiosk-home-ask-second = Do you have an appointment? Have you been here before?
kiosk-board = 现在候诊
kiosk-board-second = Waiting now
kiosk-board-age = { $time } 更新
kiosk-board-nobody = 现在没有人候诊，您来就能看
kiosk-board-free = 随到随看
kiosk-board-page = 第 { $page } 页，共 { $pages } 页
kiosk-people-unit = 人
kiosk-board-unit = 人
kiosk-people = { $count } 人
kiosk-range-within = { $high } 分钟以内
kiosk-within-minutes = { $high } 分钟以内
kiosk-range = { $low }–{ $high } 分
kiosk-about-minutes = 约 { $low }–{ $high } 分钟
kiosk-minutes-unit = 分钟
kiosk-nobody-waits = 随到随看
kiosk-opens-at = { $time } 开诊
kiosk-closed-today = 今天停诊
kiosk-way-appointment = 有预约
kiosk-way-appointment-second = I have an appointment
kiosk-way-appointment-how =
    手机号、预约码
    或扫二维码都可以
kiosk-way-known = 来过
kiosk-way-known-second = Been here before
kiosk-way-new = 第一次来
kiosk-way-new-second = My first visit
kiosk-emergency-signs = 胸痛、喘不上气、大出血、突然说不清话
kiosk-emergency-do = 不用取号，请马上告诉工作人员
kiosk-emergency-second = Chest pain, hard to breathe, heavy bleeding: tell staff now

## 姓名 / Name
kiosk-name-title = 请问您叫什么名字？
kiosk-name-title-behalf = 请问就诊人叫什么名字？
kiosk-name-help = 请填写就诊人的姓名
kiosk-name-help-behalf = 请填写来看病的家人的姓名
kiosk-name-hint = 点下面的键盘填写
kiosk-name-promise = 姓名只用于登记，不会显示在大屏幕上
kiosk-name-word = { $word }的{ $character }
kiosk-behalf = 替家人取号
kiosk-field-name = 姓名

## 性别、年龄 / Sex, age
kiosk-about-title = 请问您的性别和年龄？
kiosk-about-title-behalf = 请问就诊人的性别和年龄？
kiosk-field-sex = 性别
kiosk-field-age-or-birth = 年龄或出生日期
kiosk-field-age = 年龄，几岁
kiosk-field-birth = 出生日期，八位数字，先年后月日
kiosk-sex-male = 男
kiosk-sex-female = 女
kiosk-sex-other = 其他
kiosk-sex-unknown = 未登记
kiosk-by-age = 填年龄
kiosk-by-birth = 填出生日期
kiosk-by-id = 用身份证号
kiosk-age-shown = { $age } 岁
kiosk-age-hint = 几岁
kiosk-age-help = 不到 1 岁请填 0
kiosk-birth-shown = { $year } 年 { $month } 月 { $day } 日
kiosk-birth-hint = 例如 19510312
kiosk-birth-help = 先填年，再填月和日，一共 8 位数字
kiosk-id-title = 请问身份证号是多少？
kiosk-id-help = 也可以把身份证放到读卡器上
kiosk-id-hint = 18 位号码
kiosk-id-promise = 只用来认出您是谁，性别和年龄不用再填
kiosk-field-id = 身份证号，18 位

## 电话 / Phone
kiosk-phone-title = 请问您的手机号是多少？
kiosk-phone-title-behalf = 请留一个联系手机号
kiosk-phone-title-new = 请问新的手机号是多少？
kiosk-phone-hint = 请输入 11 位号码
kiosk-phone-promise = 就诊有变动时联系您用，不会告诉别人
kiosk-phone-decline = 不方便留电话
kiosk-field-phone = 手机号，11 位

## 键盘 / Keyboards
kiosk-keys-kind = 输入方式
kiosk-keys-writing = 键盘
kiosk-keys-digits = 数字键盘
kiosk-key-pinyin = 拼音
kiosk-key-clear = 清空
kiosk-key-clear-all = 清空
kiosk-key-erase = 删一个字
kiosk-key-shift = 大写
kiosk-key-space = 空格
kiosk-key-choose = 选定
kiosk-key-dot = 间隔点
kiosk-key-apostrophe = 撇号
kiosk-key-hyphen = 短横
kiosk-pinyin-help = 按拼音，再点您要的字
kiosk-pinyin-none = 没有这个拼音，请删掉再按
kiosk-key-hand = 手写
kiosk-write-help = 用手指在框里写字，一次一个，一笔一画写清楚
kiosk-write-pad = 手写区，已写 { $count } 笔
kiosk-write-undo = 撤一笔
kiosk-write-again = 重写
kiosk-write-erase = 删一字
kiosk-write-slow = 正在认字，比平时慢一些，写的笔画还在
kiosk-write-away = 暂时认不了字，写的笔画还在；也可以用拼音
kiosk-write-none = 没有认出来，请撤一笔或者重写
kiosk-candidates = 选一个字
kiosk-candidates-more = 更多的字
kiosk-candidates-next = 下一页（{ $page }/{ $pages }）

## 填写提示 / What to mend
kiosk-error-composing = 拼音还没有变成字，请在键盘上方点一个字
kiosk-error-strokes = 写好的字还没有选，请在手写框上方点一个字
kiosk-error-name-empty = 请先填写姓名，再点下一步
kiosk-error-name-digits = 姓名里有数字，请再看一下
kiosk-error-name-letters = 姓名里没有字，请再看一下
kiosk-error-name-long = 姓名最多 60 个字，请再看一下
kiosk-error-sex-empty = 请点一下性别
kiosk-error-age-empty = 请填写年龄，或改填出生日期
kiosk-error-age-old = 年龄最多 { $most } 岁，请再看一下
kiosk-error-birth-empty = 请填写出生日期，8 位数字
kiosk-error-birth-length = 出生日期是 8 位，现在是 { $count } 位，请再看一下
kiosk-error-birth-none = 没有这一天，请再看一下月和日
kiosk-error-birth-future = 这一天还没有到，请再看一下
kiosk-error-birth-old = 年份太早了，请再看一下
kiosk-error-phone-empty = 请填写手机号，或点“不方便留电话”
kiosk-error-find-phone-empty = 请填写手机号
kiosk-error-phone-length = 手机号是 11 位，现在是 { $count } 位，请再看一下
kiosk-error-phone-start = 手机号开头是 13 到 19，请再看一下
kiosk-error-id-empty = 请填写身份证号，18 位
kiosk-error-id-length = 身份证号是 18 位，现在是 { $count } 位，请再看一下
kiosk-error-id-checksum = 有一位数字对不上，请对照身份证再看一下
kiosk-error-where-empty = 请点一个不舒服的地方，或写一句话
kiosk-error-number-empty = 请填写号码，例如 A024，或点“直接叫人”
kiosk-error-number-letter = 请点一下号码前面的字母
kiosk-error-number-unknown = 没有 { $letter } 开头的号码，请再看一下
kiosk-error-number-digits = 字母后面是三位或四位数字，请再看一下

## 哪里不舒服 / Where does it hurt
kiosk-where-title = 请问您哪里不舒服？
kiosk-where-help = 点图或点字都可以
kiosk-where-back = 看背面
kiosk-where-front = 看正面
kiosk-where-unsure = 说不清楚
kiosk-where-how = { $region }是怎样不舒服？
kiosk-where-several = 可以选几个
kiosk-where-empty = 请先点一个不舒服的地方，几个地方都可以点
kiosk-chips-more = 更多
kiosk-chips-back = 返回
kiosk-since = 多久了？
kiosk-since-today = 今天
kiosk-since-days = 两三天
kiosk-since-week = 一星期
kiosk-since-month = 一个月以上
kiosk-words-label = 还想告诉医生的话（可以不填）
kiosk-words-label-short = 想告诉医生（可不填）
kiosk-words-none = 点这里写
kiosk-words-title = 还有什么想告诉医生？
kiosk-words-help = 可以不填。只给为您看病的医护人员看
kiosk-words-hint = 例如：前天吃完晚饭后开始的
kiosk-words-done = 写好了
kiosk-field-words = 想告诉医生的话

## 建议 / Suggestion
kiosk-suggest-waiting = 正在为您选科室，请稍等
kiosk-suggest-title = 建议您看{ $department }
kiosk-chosen = 根据您选的：{ $list }
kiosk-chosen-since = 根据您选的：{ $list }，{ $since }
kiosk-why-title = 为什么建议{ $department }
kiosk-why-transfer = 如果不合适，医生会帮您转科，不用重新登记。
kiosk-suggest-yes = 好，就看{ $department }
kiosk-suggest-instead = 改看{ $department }
kiosk-doctors-today = 今天 { $count } 位医生出诊
kiosk-choose-other = 选别的科室
kiosk-not-sure = 拿不准，请导诊员帮我选
kiosk-ask-title = 请导诊员帮您选科室
kiosk-ask-why-title = 为什么请导诊员
kiosk-ask-why = 您说的情况可能看几个科，导诊员问一两句就能选准。
kiosk-ask-why-wait = 请在这里稍等，不用重新填写。
kiosk-ask-guide = 请导诊员过来
kiosk-ask-guide-second = 导诊员会过来，不用离开
kiosk-departments-title = 您想看哪个科？
kiosk-departments-help = 点一下就可以；看错科也不要紧，医生会帮您转
kiosk-departments-more = 更多科室（{ $page }/{ $pages }）

## 等得久 / A long wait
kiosk-offer-title =
    现在大约要等 { $low }–{ $high } 分钟，
    您看怎么安排？
kiosk-offer-help = { $department }前面还有 { $count } 人
kiosk-offer-range = 快的话 { $low } 分钟，慢的话 { $high } 分钟。
kiosk-offer-freely = 您可以放心选，选哪一个都不影响看病。
kiosk-offer-wait = 我愿意等
kiosk-offer-wait-second = 取号后可以坐下休息，用手机看排到哪里
kiosk-offer-doctor = 看看各位医生
kiosk-offer-doctor-second = 每位医生要等多久，您自己选
kiosk-offer-other = 换一个科室
kiosk-offer-other-second = 看看哪里人少一些
kiosk-offer-rebook = 改个时间再来
kiosk-offer-rebook-second = 现在就选一个时间，到时候不用等这么久

## 核对 / Read-back
kiosk-check-first = 与您确认一下，
kiosk-check-title = 就诊人是{ $name }，对吗？
kiosk-label-name = 姓名
kiosk-label-sex = 性别
kiosk-label-age = 年龄
kiosk-label-phone = 手机
kiosk-born = { $date } 出生
kiosk-born-month = { $month } 出生
kiosk-phone-used = 就诊有变动时联系您
kiosk-phone-none = 没有留
kiosk-phone-none-second = 请留意大屏和广播
kiosk-edit = 修改
kiosk-edit-what = 修改{ $what }
kiosk-consent = 这些只给为您看病的医护人员看，大屏上只显示号码。
kiosk-consent-second = 点下面的按钮，就是同意这样使用。
kiosk-agree = 都对，请给我取号
kiosk-not-me = 不是我，重新填
kiosk-not-me-find = 不是我，重新查
kiosk-same-ask = 这次和上次是同一个问题吗？
kiosk-same-yes = 是同一个问题，请给我取号
kiosk-same-yes-second = 都对，还看上次的科室
kiosk-same-no = 不是，这次不一样
kiosk-same-department = 我自己选科室

## 查找 / Finding
kiosk-find-ways = 用什么查
kiosk-find-by-phone = 手机号
kiosk-find-by-id = 身份证号
kiosk-find-by-name = 姓名
kiosk-find-by-code = 预约码
kiosk-find-title-phone = 请问您登记的手机号？
kiosk-find-title-id = 请问您的身份证号？
kiosk-find-title-name = 请问就诊人的姓名？
kiosk-find-promise = 只用来找到您的登记，不会显示给别人
kiosk-find-do = 查找
kiosk-find-waiting = 正在查找，请稍等
kiosk-find-birth-title = 请问就诊人的出生日期？
kiosk-find-birth-help = 有同名的人，用出生日期分清楚
kiosk-choose-person-title = 请问是哪一位？
kiosk-choose-person-help = 为了保护隐私，姓名只显示一部分
kiosk-choose-person-none = 都不是，按第一次来登记
kiosk-not-found-known = 没有查到您的记录
kiosk-not-found-known-help = 可能手机号换过，或上次登记的名字不一样
kiosk-find-other = 换一种方式查
kiosk-find-other-phone = 用姓名，或另一个手机号
kiosk-find-other-name = 用手机号或身份证号
kiosk-find-other-id = 用手机号或姓名
kiosk-register-new = 按第一次来登记
kiosk-register-new-second = 没有找到以前的登记，也一样看病
kiosk-find-help = 请工作人员帮我查
kiosk-find-help-second = 导诊员会过来，不用离开

## 取号 / The number
kiosk-sending-title = 正在为您取号，请稍等
kiosk-waiting-received = 您填的内容都在，请不要离开
kiosk-waiting-slow = 比平时慢一些，您填的内容都在
kiosk-stuck-title = 还没有取好，请再等一下
kiosk-stuck-help = 您填的内容还在。也可以到导诊台，工作人员马上为您取号
kiosk-stuck-retry = 再试一次
kiosk-stuck-retry-second = 不会取成两个号
kiosk-stuck-guide = 请工作人员过来
kiosk-stuck-home = 不取了，清除我填的内容
kiosk-ticket-title = 取好了，这是您的号
kiosk-ticket-help = 大屏和广播叫到这个号，就请您进诊室
kiosk-ticket-go = 请到这里等候
kiosk-ticket-ahead = 前面还有
kiosk-ticket-next = 下一位就是您
kiosk-ticket-returning = 其中 { $count } 人回诊
kiosk-ticket-wait = 大约要等
kiosk-ticket-soon = 很快就到您
kiosk-ticket-expected = 大约 { $from } 到 { $to } 轮到您
kiosk-ticket-done = 好了
kiosk-ticket-left = { $seconds } 秒后返回
kiosk-ticket-noted = 我记下了
kiosk-scan = 用手机扫一扫
kiosk-scan-second = 随时看排到哪里
kiosk-scan-save = 请扫码保存您的号
kiosk-scan-save-second = 或拍下这个屏幕
kiosk-scan-alt = 二维码，用手机看排到哪里
kiosk-worse-first = 如果您觉得更不舒服了，
kiosk-worse-second = 请马上告诉工作人员，
kiosk-worse-third = 不用等叫号。
kiosk-no-paper-told = 工作人员已经收到提醒。
kiosk-no-paper-desk = 要纸质小票，请到导诊台补打。
kiosk-companion-one = 可有一位家属陪同就诊
kiosk-companion-none = 请家属在候诊区等候
kiosk-print-now = 正在打印小票
kiosk-print-sent = 小票已经送去打印
kiosk-print-done = 小票打好了，请取走
kiosk-print-slot = 请在下方出票口取票
kiosk-print-moved = 请到{ $place }取票
kiosk-print-trouble = 小票暂时打不出来
kiosk-print-trouble-second = 请扫码或记下号码，叫号不受影响
kiosk-print-there = 小票转到别处打印
kiosk-print-done-there = 小票已在别处打好
kiosk-held-title = 您今天已经取过号了
kiosk-held-title-help = 点一下您的号，再打一张小票，小票上印有“副本”
kiosk-held-print = { $time } 取的号，点这里补打小票
kiosk-held-often = { $time } 取的号，要小票请到导诊台
kiosk-held-over = 这张小票的号已经结束
kiosk-held-over-help = 还要看病，请重新取号，或请工作人员帮忙
kiosk-held-other = 另外取一个号
kiosk-held-home = 回到首页

## 危急 / Danger
kiosk-red-sit = 请坐下，不用排队
kiosk-red-staff = 工作人员马上到
kiosk-red-now = 您说的情况需要马上处理。
kiosk-red-call = 旁边有人的话，请大声叫人帮忙。
kiosk-red-both-first = 请坐下，工作人员马上过来。
kiosk-red-both-untold = 请坐下，大声叫人帮忙。
kiosk-red-shout-title = 请大声叫人帮忙
kiosk-red-both-second = 不用排队。
kiosk-red-telling = 正在通知导诊员
kiosk-red-told = 已通知导诊员和分诊医生
kiosk-red-untold = 通知还没有送到，正在再送
kiosk-red-shout = 请大声叫人，或到导诊台
kiosk-red-coming = 工作人员正在赶来
kiosk-red-stay = 请不要离开这里
kiosk-red-mistake = 我没事，点错了
kiosk-red-mistake-second = 导诊员还是会过来看看您
kiosk-worse-bleeding = 大出血，止不住
kiosk-worse-title = 您现在是哪一种情况？
kiosk-worse-help = 点一下，工作人员马上过来。有没有号都可以点
kiosk-worse-other = 都不是，但我更不舒服了
kiosk-worse-holder = 我取过号，感觉更不舒服
kiosk-worse-holder-second = 填一下号码，马上重新为您分诊
kiosk-worse-number-title = 请问您的号码是多少？
kiosk-worse-number-label = 您的号码，一个字母和三位或四位数字
kiosk-worse-number-hint = 例如 A024
kiosk-worse-number-help = 先点字母，再点数字；号码在小票和手机上
kiosk-worse-letters = 号码前面的字母
kiosk-worse-number-skip = 不记得号码，直接叫人
kiosk-worse-signs-help = 您的号是 { $number }。点一下，工作人员马上过来
kiosk-worse-words = 其他不舒服
kiosk-worse-words-second = 写一句话，导诊员马上过来
kiosk-worse-words-title = 请问您现在哪里不舒服？
kiosk-worse-words-help = 可以不写。只给为您看病的医护人员看
kiosk-worse-words-hint = 例如：头晕得厉害，站不稳
kiosk-worse-words-done = 好了，请导诊员过来
kiosk-worse-told = 导诊员马上过来
kiosk-worse-told-second = 您的号 { $number } 还有效，请不要离开这里

## 求助 / Help
kiosk-help-sending = 正在呼叫导诊员
kiosk-help-sending-second = 请稍等
kiosk-help-failed = 呼叫还没有送到，正在再试
kiosk-help-failed-second = 着急的话，请到导诊台
kiosk-help-called = 已经叫了导诊员
kiosk-help-called-second = 导诊员会走过来，请不要离开
kiosk-help-coming = 导诊员正在过来
kiosk-help-done = 导诊员已经来过了
kiosk-help-done-second = 还需要帮忙，可以再点一次
kiosk-help-since = 已等
kiosk-help-close = 好，我接着填

## 没有人操作 / Idle
kiosk-idle-title = 您还需要时间吗？
kiosk-idle-left = { $seconds } 秒后会清除您填的内容，保护您的信息
kiosk-idle-stay = 我还在，继续
kiosk-idle-clear = 不用了，现在清除

## 断线、停止 / Offline, closed
kiosk-desk = 导诊台，就在大厅里
kiosk-offline-title = 暂时不能自助取号
kiosk-offline-go = 请到导诊台，工作人员为您登记。
kiosk-offline-valid = 已经取到的号都有效，不用重新取。
kiosk-offline-back = 正在自动恢复连接
kiosk-closed-title = 今天已停止取号
kiosk-closed-today-from = 今天 { $time } 开始取号。
kiosk-closed-tomorrow = 明天 { $time } 开始。
kiosk-closed-on = { $day } { $time } 开始。
kiosk-closed-later = 什么时候开始，请问导诊台。
kiosk-closed-valid = 已经取到的号都有效。

# 选医生
kiosk-suggest-doctor = 挑一位医生
kiosk-suggest-doctor-second = { $name }医生擅长{ $what }
kiosk-doctors-title = 您想看哪位医生？
kiosk-doctors-help = { $department }；只看一位医生，可能会等得久一些
kiosk-doctors-any = 哪位医生都行
kiosk-doctors-any-second = 哪个诊室先空，就到哪个诊室
kiosk-doctors-more = 更多医生（{ $page }/{ $pages }）
kiosk-doctor-fits = 擅长{ $what }，和您说的相符
kiosk-doctor-known-for = 擅长{ $what }
kiosk-doctor-no-figure = 现在说不准
