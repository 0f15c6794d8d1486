# 预约：不能办理的原因、提醒、日历

error-slot-taken = 这个时间刚刚约满，请从下面的时间里选一个。
error-slot-not-open = 这个时间不能预约，请从下面的时间里选一个。
error-not-on-grid = 预约时间每 { $minutes } 分钟一档，例如 9:00、9:15。
error-units-range = 一次预约为 1 到 { $limit } 个单位，每个单位 15 分钟。
error-no-such-doctor = 这个科室没有这位医生，请另选一位。
error-booking-barred = 之前有几次预约没有来，{ $date } 起可以再预约；着急的话请联系工作人员。
error-too-many-booked = 这个手机号已经约了 { $limit } 次，请先保留需要的，取消不需要的。
error-walk-in-only = 这个科室不预约，请直接来现场取号。
error-booking-danger = 这种情况可能不能等，请马上拨打 120，或者立即到急诊。
error-too-many-requests = 操作有点频繁，请过 { $seconds } 秒再试。
error-booking-closed = 现在没有开放网络预约，请打电话或到前台预约。
error-find-by-code-or-phone = 请用预约码或手机号中的一项来查找。
error-appointment-other-day = 这个预约在 { $date } { $time }。
error-appointment-over = 预约的日子已经过了，请现场取号，或者另约时间。
error-appointment-other-person = 这个预约是另一位就诊人的，请带着预约码到导诊台。
error-reminder-done = 这次提醒的结果已经记下了。
error-doctor-not-told = 请先通知医生本人，再由主管安排。
error-conflict-settled = 这件事已经处理好了。
error-patient-is-here = 就诊人已经到了，请现在安排医生接诊，并记下怎么安排的。
error-end-before-begin = 结束早于开始，请再看一下。
error-span-needs-both = 请把开始和结束都填上。
error-extra-needs-hours = 加班需要填写时间段。
error-span-too-long = 一次最多 { $limit } 天。
error-date-past = 这一天已经过了。
error-exception-withdrawn = 这条调整已经撤销。
error-callback-done = 这条回电已经处理好了。

appointment-reminder = 【{ $clinic }】您预约了 { $date } { $time }，{ $doctor }医生，约 { $minutes } 分钟。不能来请提前致电。预约码 { $code }。
appointment-reminder-title = 明天的预约

calendar-summary = { $clinic } { $department }
calendar-description = { $doctor }医生，约 { $minutes } 分钟。预约码 { $code }。不能来请提前告诉我们。
calendar-alarm = 明天就诊：{ $clinic } { $department }

# 每日统计的表头（R67）
count-date = 日期
count-department = 科室
count-doctor-number = 工号
count-doctor = 医生
count-channel = 怎么约的
count-total = 预约
count-kept = 到诊
count-missed = 爽约
count-cancelled = 取消
count-open = 未到时间
count-channel-desk = 当面
count-channel-phone = 电话
count-channel-kiosk = 自助机
count-channel-web = 网上

# 预约单（R65）：每条都同时印中文和英文
appointment-slip-title = 预约单
appointment-slip-day = { $month }{ $day }日 { $weekday }
appointment-slip-doctor = { $name }医生 { $title }
appointment-slip-code = 预约码
appointment-slip-scan = 扫一扫，可以看、改或取消预约
appointment-slip-bring = 请带身份证或医保卡，以及以前的检查结果。
appointment-slip-early = 请提前 { $minutes } 分钟到，在自助机上扫这个码签到。
appointment-slip-change = 来不了请提前改时间或取消，把时间留给别的患者。
month-1 = 1月
month-2 = 2月
month-3 = 3月
month-4 = 4月
month-5 = 5月
month-6 = 6月
month-7 = 7月
month-8 = 8月
month-9 = 9月
month-10 = 10月
month-11 = 11月
month-12 = 12月
weekday-1 = 星期一
weekday-2 = 星期二
weekday-3 = 星期三
weekday-4 = 星期四
weekday-5 = 星期五
weekday-6 = 星期六
weekday-7 = 星期日
error-no-printer = 这里没有打印机，请把预约码抄给患者。
