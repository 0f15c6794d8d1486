# 平板：停机以后的纸质补录（R105）。

staff-paper-open = 纸质补录
staff-paper-title = 纸质补录
staff-paper-loading = 正在打开纸质补录
staff-paper-failed-loading = 纸质补录没有打开

staff-paper-outage-title = 停机时段
staff-paper-outage-correct = 更正停机时段
staff-paper-outage-lead = 系统从什么时候停用，什么时候恢复？按登记表和白板上记的写。
staff-paper-outage-suggested = 系统在这段时间没有动静。对的话直接记下，不对请改。
staff-paper-from-day = 停用日期
staff-paper-from-time = 停用时间
staff-paper-until-day = 恢复日期
staff-paper-until-time = 恢复时间
staff-paper-outage-save = 记下停机时段
staff-paper-outage-noted = 停机时段已记下
staff-paper-failed-outage = 停机时段没有记下
staff-paper-times-missing = 请写停用和恢复的时间
# $from、$until：时间，跨天时带日期
staff-paper-span = { $from } – { $until }
staff-paper-entered-count = 已补录 { $count } 位
staff-paper-correct = 更正
staff-paper-another = 另一次停机

staff-paper-line = 登记表的一行
staff-paper-number = 纸质号
staff-paper-number-help = 扫码，或输入号码
staff-paper-arrived = 到达
staff-paper-day = 哪一天
staff-paper-day-any = 按时间
staff-paper-state = 现在
staff-paper-state-waiting = 还在等
staff-paper-state-seen = 已看完
staff-paper-state-left = 未看离开
staff-paper-called = 叫号
staff-paper-finished = 离开
staff-paper-left-at = 离开
staff-paper-room = 诊室
staff-paper-room-any = 没有写
staff-paper-age = 年龄或生日
staff-paper-phone = 电话（可不填）
staff-paper-complaint = 哪里不舒服（可不填）
staff-paper-urgency = 级别（可不选）
staff-paper-consent = 纸上已勾“同意登记”
staff-paper-keys = Tab 到下一格，方向键选择，回车存这一行。
staff-paper-clear = 清空
staff-paper-store = 存这一行
staff-paper-storing = 正在存
staff-paper-failed = 这一行没有存上，内容还在
staff-paper-stored = { $number } 已补录
staff-paper-stored-waiting = 已排进队里
staff-paper-stored-urgent = 已通知所有平板：不排队，马上看
staff-paper-stored-seen = 记为已看完
staff-paper-stored-left = 记为未看离开
staff-paper-waited = 等了 { $minutes } 分钟

staff-paper-entries = 最近补录
staff-paper-entries-empty = 还没有补录
staff-paper-entries-empty-detail = 先录还在等的人，他们马上按到达时间排进队里。
# $arrived、$entered：时间；$name：工作人员
staff-paper-entry = { $arrived } 到达，{ $entered } 由{ $name }补录
staff-paper-take-back = 撤回
staff-paper-moved-on = 已有变化
staff-paper-taken-back = { $number } 已撤回，可以重新补录
staff-paper-failed-take-back = { $number } 没有撤回
staff-paper-now-waiting = 还在等
staff-paper-now-urgent = 不排队，马上看
staff-paper-now-called = 已叫号
staff-paper-now-in-room = 在诊室
staff-paper-now-out = 去做检查
staff-paper-now-missed = 过号
staff-paper-now-finished = 已看完
staff-paper-now-cancelled = 已离开
staff-paper-now-transferred = 已转科
staff-paper-now-expired = 当日已结束

# $time：患者到达的时间
staff-event-entered = 从纸质号补录，{ $time } 到达
staff-reason-taken-back = 补录有误，已撤回
staff-paper-day-help = 如 2026-11-28
