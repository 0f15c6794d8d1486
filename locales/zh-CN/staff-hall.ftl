# 安排医生
staff-arrange-of-day = { $day }的号
staff-second-step-title = { $number } 检查完了，请约正畸医生
staff-second-step-book = 预约
staff-second-step-not-wanted = 患者暂不预约
staff-second-step-ended = { $number } 已记下，暂不预约

# 诊室留言（R44）：给诊室
message-here = 预约的患者到了
message-asks = 患者想先问您一句话
message-results = 检查结果出来了
message-how-long = 后面的患者在问，大约还要多久？
message-come = 方便时请来一下导诊台

## 给导诊台
message-bring-in = 请带患者进来
message-help = 请来一下诊室
message-later = 这位要久一点，请跟后面的患者说一声
message-break = 看完这位要离开一会儿
message-file = 请把病历送过来

## 回复
answer-ok = 好的
answer-moment = 请稍等
answer-send-in = 请进来
answer-after-this = 等这位看完
answer-not-now = 现在不方便
answer-coming = 马上来

## 平板上的留言
staff-message-write-room = 给诊室留言
staff-message-write-to = 给{ $room }留言
staff-message-write-desk = 给导诊台留言
staff-message-about-ticket = 留言问诊室
staff-message-about = 关于 { $number }
staff-message-lead = 只显示文字，诊室里没有声音
staff-message-which-room = 哪间诊室
staff-message-no-rooms = 现在没有医生在诊室
staff-message-choose-room = 请选诊室
staff-message-sentence = 说什么
staff-message-text = 补充几个字
staff-message-text-help = 不写患者姓名和病情。当天结束后自动删除
staff-message-empty = 请选一句，或写几个字
staff-message-send = 发送
staff-message-sent-room = 已发到{ $room }
staff-message-sent-desk = 已发到导诊台
staff-message-failed = 留言没有发出，可以当面去说
staff-message-to-room = 给{ $room }
staff-message-from-room = { $room }来的留言
staff-message-answer = 回复
staff-message-reply = 回复
staff-message-fold = 收起
staff-message-other = 写别的
staff-message-answered = 已回复
staff-message-seen = 知道了
staff-message-take-back = 撤回
staff-message-taken-back = 留言已撤回
staff-message-sent = { $time } 发出
staff-message-delivered = { $time } 已送到，还没看
staff-message-read = { $time } 已看，还没回复
staff-message-unread = { $time } 发出，{ $minutes } 分钟没有人看，可以当面去说
staff-message-answer-at = { $time } { $name }回复
staff-message-bar = { $room }的留言
staff-message-count = { $count } 条留言
staff-message-none = 没有留言
staff-message-you-said = 您回复了：{ $answer }
error-nobody-in-room = 这间诊室现在没有医生，留言没有人看。请当面去说。

## 大厅拥挤（R47）
staff-crowd-title = 候诊 { $count } 人，大厅拥挤
staff-crowd-since = { $time } 起
staff-crowd-limit = 满 { $from } 人提醒，降到 { $until } 人解除
staff-crowd-open-room = 可以请{ $room }开诊：{ $department }有 { $count } 人候诊
staff-crowd-no-room = 有人候诊的科室没有可以再开的诊室
staff-crowd-elsewhere = { $hall }（候诊 { $count } 人）有座位，可以请一部分患者去那边坐；那边的屏幕不叫这里的号，请他们看手机页
staff-crowd-phones = 请患者扫小票上的码，在手机上看进度，不必都留在厅里
staff-crowd-ask = 怎样处理的？
staff-crowd-did-room = 已请诊室开诊
staff-crowd-did-elsewhere = 已请人去别处坐
staff-crowd-did-phones = 已请大家看手机页
staff-crowd-did-looked = 看过了，秩序正常
staff-crowd-noted = 已记下
staff-crowd-unit = / { $from } 人

# 日期、时长
staff-day-of = { $label }：日
staff-day-none = 不指定
staff-birth-date-help = 例如 1990-05-20，或 19900520
staff-time-help = 24 小时制，例如 13:30
staff-range-within = { $high } 分钟内
staff-range-none = 来了就能看
staff-room-idle-for = { $minutes ->
    [0] 空闲
   *[other] 空闲 { $minutes } 分钟
}
staff-fault-detail = { $detail }（{ $since }）
