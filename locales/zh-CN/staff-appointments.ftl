# 工作人员的平板：预约、提醒、排班

staff-rail-appointments = 预约
staff-appt-lists = 预约的几个页面
staff-appt-list-day = 预约
staff-appt-list-reminders = 回访提醒
staff-appt-list-roster = 排班
staff-appt-list-conflicts = 停诊改约
staff-appt-list-callbacks = 回电

# 日期和时间
staff-appt-today = 今天
staff-appt-tomorrow = 明天
staff-appt-after-tomorrow = 后天
staff-appt-next-monday = 下周一
staff-appt-day = 选哪一天
staff-appt-day-before = 前一天
staff-appt-day-after = 后一天
staff-appt-to-today = 回到今天
staff-appt-at-morning = 上午 { $time }
staff-appt-at-afternoon = 下午 { $time }
staff-appt-at-night = 凌晨 { $time }
staff-appt-at-evening = 晚上 { $time }
staff-appt-when = { $day } { $time }
staff-appt-minutes = { $minutes } 分钟
staff-appt-length = { $minutes } 分钟（{ $units } 个单位）

# 当天的预约
staff-appt-loading = 正在读取预约，请稍等
staff-appt-failed = 没有读到预约
staff-appt-one-failed = 没有读到这个预约
staff-appt-old = 显示的是 { $time } 的情况，正在重新读取
staff-appt-empty = { $day }还没有预约
staff-appt-empty-detail = 新的预约会出现在这里
staff-appt-filter-doctor = 按医生看
staff-appt-count-total = 预约
staff-appt-count-came = 已到诊
staff-appt-count-missing = 过时未到
staff-appt-count-missed = 爽约
staff-appt-state-booked = 已预约
staff-appt-state-checked_in = 已到诊
staff-appt-state-checked_in-late = 迟到·已到诊
staff-appt-state-done = 已看完
staff-appt-state-cancelled = 已取消
staff-appt-state-no_show = 爽约
staff-appt-state-moved = 已改约
staff-appt-late = 过了 { $minutes } 分钟，还没到
staff-appt-doctor-away = 医生停诊，待安排
staff-appt-no-name = 没有留姓名
staff-appt-no-file = 还没建档
staff-appt-channel = 怎么约的
staff-appt-channel-desk = 当面
staff-appt-channel-phone = 电话
staff-appt-channel-kiosk = 自助机
staff-appt-channel-web = 网上

# 一个预约
staff-appt-title = 预约 { $code }
staff-appt-tabs = 预约的内容
staff-appt-tab-about = 看什么
staff-appt-doctor = 医生
staff-appt-long = 时长
staff-appt-code = 预约号
staff-appt-checked-in-at = 到诊
staff-appt-arrival-early = 早到
staff-appt-arrival-on_time = 按时
staff-appt-arrival-late = 迟到
staff-appt-arrival-early-words = 来早了：先取号，到预约时间再按顺序叫。
staff-appt-arrival-on_time-words = 按时到：取号后按预约时间叫。
staff-appt-arrival-late-words = 过了预约时间：取号后按初诊排队，请先向患者说明。
staff-appt-item-lead = 就诊内容不和姓名一起显示。打开后，上面的姓名会收起
staff-appt-item-show = 显示就诊内容
staff-appt-item-none = 没有说明
staff-appt-open = 打开这个预约
staff-appt-open-new = 打开改约后的时间
staff-appt-ended = 这个预约{ $state }，没有要做的事
staff-appt-not-today = 不是今天的预约，来早了请先改约
staff-appt-day-over = 预约的日子已经过了，请现场取号或另约
staff-appt-event-booked = 预约
staff-appt-event-moved = 改约，原时间作废
staff-appt-event-moved_here = 改约到现在的时间
staff-appt-event-cancelled = 取消预约
staff-appt-event-checked_in = 到诊取号
staff-appt-event-done = 看完
staff-appt-event-reopened = 撤销看完
staff-appt-event-left = 到诊后离开
staff-appt-event-no_show = 爽约
staff-appt-event-lapsed = 医生停诊，自动取消
staff-appt-event-reminded = 提醒
staff-appt-event-doctor_away = 医生停诊
staff-appt-event-kept = 停诊后仍保留
staff-appt-reminded-sent = 短信提醒已发出
staff-appt-reminded-confirmed = 提醒：确认会来
staff-appt-reminded-not_reached = 提醒：没有联系上
staff-appt-reminded-moved = 提醒：要改时间
staff-appt-reminded-cancelled = 提醒：要取消

# 到诊
staff-appt-check-in = 到诊取号
staff-appt-check-in-title = 预约号 { $code } 到诊
staff-appt-check-in-lead = { $when }，{ $doctor }
staff-appt-check-in-send = 取号
staff-appt-check-in-new = 第一次来，还没建档：请当面问性别和年龄
staff-appt-check-in-lacking = 请先填性别和年龄
staff-appt-check-in-other_day = 不是今天的预约，请先改约
staff-appt-check-in-over = 预约的日子已经过了，请现场取号或另约
staff-appt-check-in-cancelled = 这个预约已取消，请现场取号或另约
staff-appt-check-in-checked_in = 已经到诊取号
staff-appt-failed-check-in = 没有取到号，预约还在

# 改约
staff-appt-reschedule = 改约
staff-appt-reschedule-title = 改到什么时候？
staff-appt-reschedule-lead = 现在约的是 { $when }，改好后自动让出
staff-appt-move-to = 改到 { $when }
staff-appt-done-reschedule = 已改到 { $when }，请告诉患者；医生那边会看到
staff-appt-failed-reschedule = 没有改成，原来的时间还在
staff-appt-choose-time = 请选一个时间
staff-appt-why-patient-asks = 患者要求改时间
staff-appt-why-late = 今天赶不过来
staff-appt-why-doctor-away = 医生临时停诊
staff-appt-why-longer = 需要的时间更长

# 取消预约
staff-appt-cancel = 取消预约
staff-appt-cancel-title = 取消这个预约？
staff-appt-cancel-lead = { $when }。取消后马上给患者报下面几个时间
staff-appt-done-cancel = 预约已取消，时间已让出
staff-appt-failed-cancel = 没有取消成，预约还在
staff-appt-why-cannot-come = 患者来不了
staff-appt-why-better = 已经好了
staff-appt-why-elsewhere = 在别处看了
staff-appt-why-twice = 约重了
staff-appt-cancelled-title = 已取消。另约一个时间吗？
staff-appt-cancelled-lead = 患者选一个，点一下就约好
staff-appt-cancelled-words = “取消好了。这几个时间您哪个方便？不能马上定也没关系，想好了给我们打电话。”
staff-appt-no-new-time = 暂时不约

# 可选的时间
staff-appt-offers = 可以约的时间
staff-appt-offers-loading = 正在找时间，请稍等
staff-appt-offers-none = 这样没有空着的时间。可以换一位医生，或换上午、下午
staff-appt-any-doctor = 任意医生
staff-appt-earliest = 从哪天起
staff-appt-earliest-day = 或指定日期
staff-appt-part = 上午还是下午
staff-appt-part-any = 都可以
staff-appt-part-morning = 上午
staff-appt-part-afternoon = 下午
staff-appt-units = 时长
staff-appt-units-less = 少 15 分钟
staff-appt-units-more = 多 15 分钟
staff-appt-other-departments = 其他科室
staff-appt-other-time = 换个时间
staff-appt-plan = 医生说下次要 { $units } 个单位
staff-appt-plan-differs = 医生说这位患者下次要 { $length }，和现在选的不一样
staff-appt-plan-take = 按医生说的找时间

# 新预约
staff-appt-book = 新预约
staff-appt-book-title = 约什么时候？
staff-appt-book-lead = 选好科室，就有两三个时间可以报给患者
staff-appt-who-title = 约给哪位？
staff-appt-who-lead = 姓名和电话只用于预约和提醒，不会显示在大屏幕上
staff-appt-phone-help = 前一天按这个电话提醒
staff-appt-phone-first = 先填电话
staff-appt-phone-missing = 请填写电话；没有电话时，请填性别和年龄建档
staff-appt-find = 查来过的患者
staff-appt-candidates = 是其中哪一位？请核对姓氏和年龄
staff-appt-candidates-none = 这个电话没有来过的患者，请填姓名
staff-appt-candidates-other = 都不是，填新的姓名
staff-appt-other-person = 换一位
staff-appt-file-help = 填了性别和年龄就建档，来时不用再填
staff-appt-item = 看什么
staff-appt-item-help = 例如：洗牙、换药、复查。不会显示在大屏幕上
staff-appt-consent = 已说明姓名和电话只用于预约和提醒，患者同意
staff-appt-book-send = 约好
staff-appt-book-override = 主管同意，约好
staff-appt-override = 主管同意的原因
staff-appt-override-help = 爽约次数多的患者，主管同意后可以再约，会记下原因
staff-appt-barred-guide = 要例外，请主管在平板上预约
staff-appt-failed-book = 没有约成，填的内容还在
staff-appt-done-book = 已约好 { $when }
staff-appt-booked-title = 约好了
staff-appt-booked-done = 完成
staff-appt-calendar = 日历文件
staff-appt-read-back-title = 请念给患者听
staff-appt-read-back = “跟您核对一下：{ $when }，{ $department }，{ $doctor }，大约 { $minutes } 分钟。预约号是 { $code }。来不了请提前告诉我们。”

# 从候诊到预约（等不及、下次就诊）
staff-appt-rebook = 改天再来，约个时间
staff-appt-rebook-instead = 先约个时间再走
staff-appt-rebook-title = { $number } 什么时候再来？
staff-appt-rebook-lead = 约好的同时 { $number } 自动取消，不会两头落空
staff-appt-rebook-send = 约 { $when }，取消 { $number }
staff-appt-done-rebook = { $number } 已取消，新时间已约好
staff-appt-failed-rebook = 没有约成，{ $number } 还在排队
staff-appt-why-cannot-wait = 等候时间太长
staff-appt-next-visit = 下次就诊需时
staff-appt-next-visit-title = { $number } 下次要多长时间？
staff-appt-next-visit-lead = 下次给这位患者预约时，自动按这个时长找时间
staff-appt-next-visit-after = 多久以后
staff-appt-next-visit-any = 不限
staff-appt-next-visit-days = { $days } 天后
staff-appt-done-next-visit = { $number } 下次按 { $length } 预约
staff-appt-failed-next-visit = { $number } 的下次需时没有保存
