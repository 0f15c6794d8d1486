# 网上预约，以及每个预约自己的页面。页面上没有姓名。

booking-page-title = 预约挂号
booking-page-title-own = 我的预约
booking-loading = 正在打开，请稍等
booking-trouble = 还没有连上，正在重新连接
booking-not-sent = 没有送出去，您填的内容还在，请再点一次
booking-comma = ，
booking-when = { $date } { $time }
booking-where = { $department }，{ $doctor }
booking-doctor = { $name }·{ $title }
booking-minutes = 约 { $minutes } 分钟

booking-closed-title = 现在不开放网上预约
booking-closed-lead = 请到医院的自助机或导诊台预约，也可以直接来现场取号。
booking-danger = 胸痛、喘不上气、大出血、突然说不清话
booking-danger-go = 不要预约，请马上拨打 120 或到急诊

## 科室、医生、时间
booking-department-title = 您想看哪个科？
booking-department-lead = 点一下就可以；看错科也不要紧，医生会帮您转
booking-doctor-title = 您想约哪位医生？
booking-doctor-any = 哪位医生都可以
booking-doctor-any-second = 最早能看上
booking-sex-male = 男医生
booking-sex-female = 女医生
booking-sex-other = 医生
booking-times-title = 哪个时间方便？
booking-parts = 上午还是下午
booking-part-all = 都可以
booking-part-morning = 上午
booking-part-afternoon = 下午
booking-more = 看更晚的时间
booking-more-busy = 正在查
booking-no-more = 后面没有可以预约的时间了
booking-no-times = 最近没有空的时间。可以换上午或下午，或换一位医生看看。
booking-any-doctor = 看看别的医生

## 谁来看
booking-details-title = 请留下姓名和手机号
booking-name = 就诊人姓名
booking-name-help = 谁看病就填谁的名字，不会显示在大屏幕上
booking-phone = 手机号
booking-phone-help = 有变动时联系您，来的时候也可以凭它签到
booking-consent = 我同意医院用姓名和手机号安排、提醒这次就诊，只给为我看病的医护人员看
booking-send = 预约这个时间
booking-sending = 正在办理
booking-problem-name-empty = 请填写就诊人的姓名
booking-problem-name = 姓名里只写字，不写数字，请再看一下
booking-problem-name-long = 姓名最多 60 个字，请再看一下
booking-problem-phone-empty = 请填写手机号
booking-problem-phone = 电话号码是 7 到 15 位数字，请再看一下
booking-problem-consent = 请先点一下方框表示同意

## 一个预约
booking-booked-title = 预约好了
booking-booked-lead = 请保存这一页的网址，或截图
booking-changed-title = 时间改好了
booking-changed-lead = 请按新的时间来，原来的时间不再保留
booking-expected-title = 您的预约
booking-expected-lead = 请提前 10 分钟到，在自助机扫码签到
booking-today-title = 今天就诊
booking-today-lead = 请提前 10 分钟到，在自助机扫码签到
booking-late-title = 预约时间已经过了
booking-late-lead = 今天来还能看：到自助机签到，按先后顺序叫号
booking-checked-in-title = 您已经签到
booking-checked-in-lead = 请按小票上的号等候，留意叫号
booking-done-title = 这次看完了
booking-done-lead = 取药、缴费请按医生的安排办理，祝您早日康复
booking-past-title = 这个预约已经过期
booking-past-lead = 可以重新约一个时间，也可以来现场取号
booking-cancelled-title = 这个预约已经取消
booking-cancelled-lead = 需要看病的话，请另约一个时间
booking-unknown-title = 没有找到这个预约
booking-unknown-lead = 请核对网址，或重新扫一次预约的二维码。也可以带着预约码到导诊台，工作人员帮您查。
booking-busy-title = 请稍等一下再看
booking-calendar = 加到手机日历
booking-qr = 签到用的二维码
booking-code = 预约码
booking-code-how = 来的时候在自助机扫这个码，或输入预约码
booking-address = 这一页的网址
booking-copy = 复制网址
booking-copied = 网址已经复制
booking-copy-by-hand = 请长按网址来复制
booking-new = 约一个时间
booking-next-title = 另外约一个时间吗？
booking-next-other = 看别的时间

## 改时间、取消
booking-change = 改时间
booking-change-title = 换个时间
booking-change-now = 现在约的是 { $date } { $time }，{ $doctor }
booking-change-do = 改到 { $date } { $time }
booking-cancel = 取消预约
booking-cancel-title = 确定取消吗？
booking-cancel-rather = 不取消，换个时间
booking-cancel-do = 取消预约
booking-cancel-keep = 保留预约
booking-reason = 请选一个原因
booking-reason-missing = 请先点一个原因
booking-reason-work = 工作走不开
booking-reason-family = 家里有事
booking-reason-road = 路上来不及
booking-reason-sooner = 想早点看
booking-reason-well = 已经好了
booking-reason-elsewhere = 去别处看了
booking-reason-other = 其他原因
