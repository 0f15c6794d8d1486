# 候诊大屏和诊室门口屏

display-call-title = 请就诊
display-calm-title = 请稍候，马上为您叫号
display-last-title = 刚才叫到
display-calm-last = { $time } 叫的号
display-empty = 现在没有人候诊，随到随看
display-closed = 现在不是门诊时间
display-closed-until = 现在休诊，{ $time } 开诊

display-recent-title = 刚刚叫过
display-recent-before = { $time } 以前叫过
display-recent-none = 还没有叫过号

display-table-label = 各科室的候诊情况
display-table-department = 科室
display-table-rooms = 诊室正在看
display-table-as-of = { $time } 时的情况
display-table-next = 下面请准备
display-table-next-then = 当时的下几位
display-table-wait = 预计等候
display-page = 第 { $page } 页，共 { $pages } 页
display-room-short = { $label }号
display-room-paused = 暂停
display-room-closed = 停诊
display-next-none = 没有人在等
display-opens-at = { $time } 开诊
display-department-closed = 今天已停诊
display-minutes = 分
display-wait-none = 随到随看
display-wait-ask = 请问导诊台
display-wait-within = { $high } 分钟以内

display-connection = 已连接·{ $seconds } 秒前更新
display-connection-cut = 连接中断·正在重新连接
display-sound-blocked = 声音未开启，点一下屏幕
display-sound-missing = 暂时没有语音，只响提示音
display-sound-chime = 安静时段，只响提示音，请看屏幕
display-sound-nothing = 安静时段，不出声，请看屏幕
display-connection-now = 已连接
display-notice-missed = 过号不用着急，请到导诊台签到，会为您重新安排。

display-offline-title = 叫号暂停更新
display-offline-what = 请听工作人员叫号，或到导诊台询问
display-offline-age = 最后更新 { $time }，已过 { $minutes } 分 { $seconds } 秒
display-offline-age-seconds = 最后更新 { $time }，已过 { $seconds } 秒
display-offline-never = 正在连接服务器
display-offline-kept = 您的号和顺序都保留着，请放心等候。

display-door-call = 请进
display-door-attempt = 第 { $attempt } 次叫号
display-door-consulting = 正在就诊
display-door-wait-outside = 请在门外稍候
display-door-away = 医生暂时离开
display-door-closed = 停诊
display-door-free = 请稍候，马上为您叫号
display-door-with-note = { $what }·{ $note }
display-door-next = 请准备
display-door-then = 随后
display-door-waiting = 还在等 { $count } 人
display-door-waiting-range = 还在等 { $count } 人，大约 { $low }–{ $high } 分钟
display-door-waiting-within = 还在等 { $count } 人，{ $high } 分钟以内

display-evacuation = 请听从工作人员指引，有序离开
display-unknown-hall = 没有找到这个候诊厅
display-unknown-room = 这个候诊厅没有这间诊室
display-loading = 正在打开候诊大屏，请稍等
