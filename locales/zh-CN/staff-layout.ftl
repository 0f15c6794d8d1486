# 小票版式（R59）

staff-layout-title = 小票版式
staff-layout-open = 小票版式
staff-layout-loading = 正在读取小票版式，请稍等
staff-layout-failed-loading = 小票版式没有读到
staff-layout-administrator = 小票版式由管理员设置
staff-layout-standing-file = 现在按医院设置文件（clinic.toml）印小票
# $name：谁；$time：什么时候
staff-layout-standing-chosen = { $name } { $time } 改过，现在照这个版式印
staff-layout-standing-back = { $name } { $time } 改回了医院设置文件里的版式
staff-layout-unsaved = 有改动还没有保存，小票仍按原来的版式印
staff-layout-save = 保存
staff-layout-saved = 已保存，接下来的小票都按这个版式印
staff-layout-discard = 放弃改动
staff-layout-undo = 恢复上一版
staff-layout-undone = 已恢复上一版
staff-layout-standard = 恢复标准版式

staff-layout-lines = 印哪些内容
staff-layout-lines-help = 打勾的会印出来，从上到下就是小票上的顺序
staff-layout-always = 一定要有
staff-layout-line-clinic = 医院名称和标志
staff-layout-line-time = 日期和时间
staff-layout-line-number = 号码
staff-layout-line-department = 科室
staff-layout-line-place = 在哪里等候
staff-layout-line-ahead = 前面还有几人
staff-layout-line-wait = 大约要等多久
staff-layout-line-code = 二维码
staff-layout-line-missed = 听到叫号、过号怎么办
staff-layout-line-worse = 更不舒服怎么办
staff-layout-line-companion = 家属陪同
staff-layout-line-notes = 自己写的话
# $line：这一项的名称
staff-layout-up = { $line }往上移
staff-layout-down = { $line }往下移

staff-layout-notes = 自己写的话
staff-layout-notes-help = 例如：请保管好小票，当日有效。印在“自己写的话”那一项的位置
staff-layout-note = 第 { $place } 句
staff-layout-note-zh = 第 { $place } 句，中文
staff-layout-note-en = 第 { $place } 句，英文
staff-layout-note-remove = 删掉第 { $place } 句
staff-layout-note-add = 加一句
staff-layout-notes-full = 最多 { $most } 句

staff-layout-languages = 用哪种文字
staff-layout-languages-patient = 随患者
staff-layout-languages-zh = 中文为主
staff-layout-languages-en = 英文为主
staff-layout-languages-zh-only = 只印中文
staff-layout-languages-en-only = 只印英文
staff-layout-languages-patient-help = 患者取号时选的文字用大字，另一种用小字
staff-layout-languages-zh-help = 一律中文大字，英文小字
staff-layout-languages-en-help = 一律英文大字，中文小字
staff-layout-languages-zh-only-help = 看不懂中文的患者会读不懂小票
staff-layout-languages-en-only-help = 看不懂英文的患者会读不懂小票

staff-layout-logo = 医院标志
staff-layout-logo-now = 现在的标志
staff-layout-logo-none = 没有图片，印医院设置文件里的那个字
staff-layout-logo-choose = 选一张图片
staff-layout-logo-other = 换一张
staff-layout-logo-remove = 不用图片
staff-layout-logo-reading = 正在处理
staff-layout-logo-help = PNG 图片，不超过 2 MB。小票只有黑白两色，效果请看预览
staff-layout-logo-large = 图片太大，请用不超过 2 MB 的 PNG
staff-layout-logo-unread = 这个文件没有读到，请再选一次
staff-layout-failed-logo = 标志没有传上去

staff-layout-preview = 预览
staff-layout-head = 打印精度
# $value：每英寸点数
staff-layout-dots = { $value } 点
staff-layout-reader = 患者看
staff-layout-reader-zh-cn = 中文
staff-layout-reader-en = 英文
staff-layout-exact = 和打出来的每一点都一样
staff-layout-like = 大小和换行与打出来的一样，字形随打印机
staff-layout-drawing = 正在画小票
# $width：纸宽；$language：打印机懂什么
staff-layout-picture = { $width } 毫米小票的样子，{ $language }
staff-layout-failed-preview = 预览没有画出来。
staff-layout-large = 放大看
staff-layout-small = 缩小

staff-layout-test-title = 打一张试试
staff-layout-test-help = 用现在看到的版式打一张样票，上面印有“打印测试”；不保存也能打
staff-layout-test = 打样票
staff-layout-test-sent = 样票已送到{ $printer }
staff-layout-failed-test = 样票没有送出
