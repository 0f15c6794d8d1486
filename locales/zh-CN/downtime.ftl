# 停机应急包：事先打印好，锁在导诊台抽屉里（R105）。中文和英文都印。

pack-title = 停机应急包
pack-lead = 系统停用时，用这一包纸质号和登记表继续接诊。
pack-code = 应急包编号
pack-made = 打印时间
pack-good-always = 长期有效
# $day：只在这一天有效
pack-good-on = 只用于 { $day }
pack-inside = 这一包里有
pack-column-department = 科室
pack-column-numbers = 纸质号
pack-column-place = 候诊地点
pack-check-title = 每月检查
pack-check-lead = 号码没有用过、纸张完好、科室和地点没有变；有变化就重新打印一包，旧的作废。
pack-check-date = 日期
pack-check-name = 签名
# $page、$pages：页码
pack-page = 第 { $page } 页，共 { $pages } 页

pack-ticket-mark = 纸质号
pack-ticket-place = 请在{ $place }等候
pack-ticket-arrived = 到达时间
pack-ticket-date = 日期
pack-ticket-keep = 请保管好，按这个号叫您。
pack-ticket-worse = 更不舒服，请马上告诉工作人员。
pack-ticket-scan = 补录用

pack-form-title = 停机登记表
pack-form-danger = 危险信号：有一项，不排队，马上送诊并叫医生（做法见“危险信号怎么办”）
pack-form-date = 日期
pack-form-number = 号码
pack-form-arrived = 到达
pack-form-name = 姓名
pack-form-sex = 性别
pack-form-sexes = □男 □女
pack-form-age = 年龄或生日
pack-form-phone = 电话（可不填）
pack-form-complaint = 哪里不舒服
pack-form-urgency = 病情级别
pack-form-levels = □1 □2 □3 □4
pack-form-consent = 同意登记
pack-form-called = 叫号
pack-form-room = 诊室
pack-form-finished = 离开
pack-form-left = 未看
pack-form-box = □
pack-form-help = 时间写 24 小时制。级别：1 危急、2 危重（不排队），3 紧急，4 不紧急。没看就走的，“未看”打勾，并写离开时间。

pack-guide-title = 停机时怎么做
pack-guide-start-title = 一、开始
pack-guide-start-1 = 记下停机时间，通知主管和信息科。叫号屏可能停在旧画面，请用白板盖住，或把电视关掉。
pack-guide-start-2 = 每个科室的导诊台拿自己的纸质号和登记表。已经取到电子号的患者，号码照样有效。
pack-guide-start-3 = 先写一张名单：现在在等的电子号有哪些、谁在诊室里，照平板上最后的画面抄，或问诊室。
pack-guide-register-title = 二、登记
pack-guide-register-1 = 先看人：登记表下面的危险信号，有一项就不排队，马上送诊，同时叫医生。
pack-guide-register-2 = 按顺序发号，不跳号。号上写到达时间；登记表同一行写时间、姓名、性别、年龄、哪里不舒服，勾病情级别。
pack-guide-register-3 = 登记前问一句：“我们登记这些内容，可以吗？”同意的打勾。电话可以不留。
pack-guide-next-title = 三、下一位叫谁
pack-guide-next-1 = 停机前在等的电子号先叫，再叫纸质号；都按先来后到。
pack-guide-next-2 = 3 级比 4 级先。预约的患者到了预约时间先叫。检查回来的，每看两位初诊插一位。
# $age：满多少岁
pack-guide-next-3 = { $age } 岁及以上、现役军人、消防救援人员出示证件的，每看两位初诊插一位。
pack-guide-next-4 = 上一位离开诊室，再叫下一位。叫号用号码，不叫姓名；走到候诊区当面叫，叫三遍，没来的记“过号”，先叫后一位。
pack-guide-next-5 = 叫到时，在登记表写叫号时间和诊室；看完离开时，写离开时间。
# $minutes：20
pack-guide-wait-title = 四、等了 { $minutes } 分钟
pack-guide-wait-1 = 每 { $minutes } 分钟看一遍登记表。等满 { $minutes } 分钟的，走到跟前说：“不好意思，让您久等了。”讲明原因、前面还有几位，倒一杯水；之后每 { $minutes } 分钟再去一次。
# $minutes：3
pack-guide-wait-2 = 自己走不开，{ $minutes } 分钟内请主管去。
pack-guide-wait-3 = 顺便再看一眼：更不舒服的，按危险信号处理。
pack-guide-back-title = 五、系统恢复以后
pack-guide-back-1 = 先补录还在等的人，他们马上按到达时间排进队里，叫号屏叫的还是纸上的号。再补录已经看完和离开的人。
pack-guide-back-2 = 平板：患者 → 纸质补录。写停机时段，再一行一行录：扫二维码或输号码，时间照登记表写。
pack-guide-back-3 = 等了 { $minutes } 分钟以上的，平板会马上出致歉任务，这是真的，请照做。
pack-guide-back-4 = 没录完之前，纸质号不要再发。登记表有姓名和病情，录完交主管，按病历保管或销毁。
pack-guide-back-5 = 剩下的纸质号放回抽屉还能用；少于一半时重新打印一包。

pack-flags-title = 危险信号怎么办
pack-flags-lead = 有一项：不排队，留一个人陪着，马上做，再登记。
pack-flags-sign = 危险信号
pack-flags-do = 马上做
