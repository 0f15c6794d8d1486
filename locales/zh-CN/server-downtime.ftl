# 停机期间的纸质号，以及恢复后的补录（R105）。

error-paper-format = 请扫描纸质号上的二维码，或输入字母和四位数字，例如 A9001。
error-paper-not-of-paper = 纸质号是 { $first } 到 { $last }。这是系统取的号，不用补录。
error-paper-unknown = 没有打印过 { $number } 这个纸质号，请核对号码。
error-paper-entered = { $number } 已经补录过了，请核对号码。
error-paper-no-department = { $number } 的科室已停用，请用“登记”另取一个号。
error-paper-time = 请写 24 小时制的时间，例如 8:41。
error-paper-day = 请写日期，例如 2026-11-23。
error-paper-day-past = 这一天已经过去了，请写今天或以后的日期。
error-paper-future = 这个时间还没有到，请核对。
error-paper-outside-outage = 不在停机时段 { $start }–{ $end } 内，请核对，或更正停机时段。
error-paper-which-day = 停机时段内有不止一天有这个时间，请选日期。
error-paper-before-pack = 这个纸质号 { $made } 才打印出来，请核对时间。
error-paper-other-day = 这一包纸质号只用于 { $day }，请核对。
error-paper-time-order = 应在 { $earlier } 之后，并且不晚于现在。
error-paper-waiting-yesterday = 这一位是前一天来的，请选“已看完”或“未看离开”。
error-paper-room = 这个诊室不属于这个科室，请重新选。
error-paper-consent = 请确认患者同意登记这些内容；纸上没有打勾的，先问一下患者。
error-paper-moved-on = { $number } 补录后已经叫号或有了变化，不能撤回；请在患者页面处理。
error-paper-tickets-range = 每个科室 1 到 { $limit } 张。
error-paper-departments = 没有“{ $unknown }”这个科室。可用的代码：{ $known }。
error-outage-order = 恢复时间要晚于开始时间。
error-outage-future = 停机时段还没有过去，请核对日期和时间。
error-outage-long = 停机时段超过 7 天，请核对日期。
error-outage-overlaps = 这段时间已经记过一次停机，请更正那一次的时间。
