# 各个屏幕共用的话

common-product = 候诊
common-skip = 跳到正文
common-language-name = 中文
common-language-other = English
common-language-switch = 换成英文
common-large-text = 大字
common-normal-text = 标准字号
common-help = 请工作人员帮忙
common-back = 上一步
common-next = 下一步
common-close = 关闭
common-done = 好了
common-cancel = 取消
common-confirm = 确定
common-continue = 继续
common-change = 修改
common-undo = 撤销
common-undo-seconds = 撤销，还有 { $seconds } 秒
common-try-again = 再试
common-loading = 请稍等
common-loading-slow = 比平时慢一些，您填的内容都在
common-saving = 正在保存

common-badge-waiting = 候诊中
common-badge-calling = 正在叫·第 { $attempt } 次
common-badge-in-room = 就诊中
common-badge-missed = 过号
common-badge-done = 已看完
common-badge-over = 超 { $minutes } 分钟
common-badge-companion = 可陪同 { $count } 人
common-badge-cover = 帮{ $doctor }医生
common-badge-urgency =
    { $level ->
        [1] 一级·危急
        [2] 二级·急重
        [3] 三级·较急
       *[4] 四级·不急
    }

common-people = { $count } 人
common-minutes = { $minutes } 分钟
common-range = { $low }–{ $high }
common-range-minutes = { $low }–{ $high } 分钟
common-updated-now = 刚刚更新
common-updated-seconds = { $seconds } 秒前更新
common-updated-at = { $time } 更新
common-connected = 已连接
common-offline = 已断线
common-reconnecting = 正在重新连接
common-offline-since = 显示的是 { $time } 的情况，正在重新连接

common-pairing-starting = 正在连接，请稍等
common-pairing-offline = 正在连接服务器，连上后自动继续
common-pairing-title = 这台屏幕还没有登记
common-pairing-help = 请主管在平板上打开“设备”，点“登记新设备”，输入上面的六位数字。登记好后，这一页会自动打开。

common-index-title = 候诊系统
common-index-lead = 请选择要打开的屏幕
common-index-kiosk = 自助取号机
common-index-kiosk-second = 竖屏触摸屏，患者自己取号
common-index-display = 候诊大屏
common-index-display-second = 横屏电视，显示并播报叫号
common-index-staff = 导诊台平板
common-index-staff-second = 叫号、提醒、患者和设备
common-index-book = 网上预约
common-index-book-second = 患者用手机或电脑预约，也能改时间、取消
common-index-roll = 小票纸卷
common-index-roll-second = 没有打印机时，在这里看打出来的小票
common-index-no-halls = 还没有设置候诊厅

common-roll-title = 小票纸卷
common-roll-lead = 打印机打出来的小票，最新的在最上面
common-roll-empty = 还没有小票
common-roll-empty-second = 在自助机上取一个号，小票就会从这里出来
common-roll-copy = 副本
common-roll-slip = { $printer }在 { $time } 打出的小票
common-roll-closed = 这里只在试用时打开
common-roll-closed-second = 正式使用时，小票由打印机打出，不在网页上显示
common-roll-none = 没有虚拟打印机
common-roll-none-second = 在医院设置文件里把一台打印机写成 kind = "virtual"，纸就从这里出来
common-roll-buttons = 对{ $printer }做点什么
common-roll-not-done = 没有成功，请再试一次
common-roll-do-paper-out = 抽走纸
common-roll-do-paper-low = 纸快用完
common-roll-do-cover = 打开盖子
common-roll-do-cutter = 卡住切刀
common-roll-do-power = 关掉电源
common-roll-do-silent = 不回答
common-roll-do-slow = 打得很慢
common-roll-do-stalled = 接上但不收数据
common-roll-state-ready = 正常
common-roll-state-paper-low = 纸快用完
common-roll-state-paper-out = 没有纸
common-roll-state-cover-open = 盖子开着
common-roll-state-cutter-fault = 切刀卡住
common-roll-state-overheated = 过热
common-roll-state-offline = 脱机
common-roll-state-unknown = 没有回应
common-roll-state-off = 没有开机
common-roll-all = 全部打印机
common-roll-count = { $count } 张小票

common-page-not-found = 没有找到这个页面
common-page-not-found-second = 地址可能写得不完整，请从首页重新打开
common-page-forbidden = 这个页面需要先登录
common-page-forbidden-second = 请用自己的工号登录，或请主管为您开通
common-page-broken = 系统正在恢复，请稍等
common-page-broken-second = 已经取到的号都有效。急事请直接到导诊台
common-page-home = 回到首页
common-page-reload = 重新打开
