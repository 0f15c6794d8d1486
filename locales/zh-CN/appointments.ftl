# 自助机上的预约：签到、约时间。说法和自助机其他页一样：口语、短句、称您。

## 查预约 / Finding the appointment
kiosk-appointment-title-phone = 请问您预约时留的手机号？
kiosk-appointment-title-code = 请问您的预约码？
kiosk-appointment-scan = 也可以把预约的二维码对准扫码口，直接签到
kiosk-code-hint = 8 位，字母和数字
kiosk-keys-code = 预约码键盘
kiosk-error-code-empty = 请填写预约码，8 位字母和数字
kiosk-error-code-length = 预约码是 { $length } 位，现在是 { $count } 位，请再看一下
kiosk-error-appointment-phone-empty = 请填写手机号，或改用预约码
kiosk-appointment-choose = 请问是哪一个预约？
kiosk-not-mine = 不是我的预约，重新查
kiosk-not-found-appointment = 没有查到今天的预约
kiosk-not-found-appointment-help = 可能约在另一天，或留的是别的手机号
kiosk-appointment-other-phone = 用 8 位预约码
kiosk-appointment-other-code = 用预约时留的手机号
kiosk-walk-in = 今天现场取号
kiosk-walk-in-second = 没有预约也能看，按先后顺序叫号

## 一个预约 / One appointment
kiosk-appointment-when = { $date } { $time }
kiosk-appointment-where = { $department }，{ $doctor }医生
kiosk-doctor = { $name }·{ $title }
kiosk-part-night = 凌晨
kiosk-part-morning = 上午
kiosk-part-afternoon = 下午
kiosk-part-evening = 晚上
kiosk-label-department = 科室

## 签到 / Checking in
kiosk-check-in-title = 请看一下，是您的预约吗？
kiosk-check-in-do = 是我的，签到取号
kiosk-arrival-early = 您来早了，预约时间是 { $time }
kiosk-arrival-early-second = 签到后请坐下休息，到时间会叫您
kiosk-arrival-on-time = 您来得正好，预约时间是 { $time }
kiosk-arrival-on-time-second = 签到后按预约优先叫您，请留意叫号
kiosk-arrival-late = 已经过了预约时间 { $time }
kiosk-arrival-late-second = 不用着急，签到后和现场取号的人一起按先后叫号
kiosk-ticket-early = 您来早了，请先坐下休息
kiosk-ticket-booked = 您的预约时间
kiosk-ticket-booked-call = 到时间会叫您
kiosk-ticket-booked-sooner = 没有别人在等，就提前叫您
kiosk-ticket-on-time = 您预约的是 { $time }，按预约优先叫您
kiosk-ticket-late = 已经过了 { $time }，按取号的先后叫您

## 现在不能签到 / No signing in now
kiosk-appointment-other-day = 您的预约不在今天
kiosk-appointment-other-day-help = 请 { $date } { $time } 再来；今天也可以现场取号
kiosk-appointment-over = 这个预约的日子已经过了
kiosk-appointment-over-help = 约的是 { $date } { $time }；今天可以现场取号
kiosk-appointment-cancelled = 这个预约已经取消了
kiosk-appointment-cancelled-help = 约的是 { $date } { $time }；今天可以现场取号
kiosk-appointment-checked-in = 这个预约已经签到了
kiosk-appointment-checked-in-help = 不用再取号，请留意叫号
kiosk-appointment-other-person = 这个预约是另一位就诊人的
kiosk-appointment-other-person-help = 请工作人员看一下，或今天现场取号
kiosk-appointment-number = 再看一下我的号
kiosk-appointment-number-second = 还是原来的号，不会变
kiosk-appointment-staff = 请工作人员帮我看
kiosk-appointment-staff-change = 请工作人员帮我改时间

## 约时间 / Booking
kiosk-sub-booking = 预约时间
kiosk-book = 现在约一个时间
kiosk-book-second = 选好时间，到时候再来
kiosk-book-now = 没有预约？现在约
kiosk-book-departments = 您想约哪个科？
kiosk-times-title = 您哪个时间方便？
kiosk-times-help = { $department }，点一个时间
kiosk-times-parts = 上午还是下午
kiosk-times-all = 都可以
kiosk-times-morning = 上午
kiosk-times-afternoon = 下午
kiosk-times-waiting = 正在查可以约的时间
kiosk-times-taken = 这个时间刚刚约满，请再选一个
kiosk-times-ended = 后面没有可以约的时间了
kiosk-times-later = 再晚几天
kiosk-times-first = 回到最早的
kiosk-times-none = 最近没有空的时间。可以换上午或下午，或选别的科室看看。
kiosk-time-second = { $doctor }，约 { $minutes } 分钟
kiosk-time-from = { $time } 开始，约 { $minutes } 分钟
kiosk-label-when = 时间
kiosk-book-check = 请看一下，这样约对吗？
kiosk-book-agree = 都对，请给我预约
kiosk-book-sending = 正在为您预约，请稍等
kiosk-book-stopped = 这里暂时不能为您预约
kiosk-book-leave = 不约了，回到首页
kiosk-booked-title = 约好了
kiosk-booked-help = 请提前 10 分钟到，在自助机扫码或输预约码签到
kiosk-booked-code = 预约码
kiosk-booked-scan = 用手机扫一扫，存下这个预约；要改时间、要取消，都在手机上办。
kiosk-booked-scan-alt = 二维码，用手机打开这个预约
kiosk-booked-paper = 这里没有打印机
kiosk-booked-paper-second = 请扫码，或拍下这个屏幕
kiosk-stuck-title-booking = 还没有约好，请再等一下
kiosk-stuck-help-booking = 您填的内容还在。也可以到导诊台，工作人员帮您约
kiosk-stuck-retry-second-booking = 不会约成两个时间
kiosk-stuck-home-booking = 不约了，清除我填的内容

## 读码 / Readers
kiosk-misread = 这个码没有读懂
kiosk-misread-second = 请扫预约码，或把身份证平放再读一次；也可以在屏幕上输入
kiosk-own-page = 改时间或取消
kiosk-own-page-second = 用手机扫一扫，自己就能改；没有手机请按下面的按钮
