# 纸质小票。每条都同时印中文和英文；患者选的语言用大字。

# $place：候诊的地方，例如 二楼·内科候诊区
slip-place = 请到{ $place }等候

slip-ahead-title = 前面还有
# $ahead：前面的人数
slip-ahead-unit = 人
# $ahead 为 0 时单独用大字印出
slip-ahead-sentence = { $ahead ->
    [0] 下一位就是您
   *[other] 前面还有 { $ahead } 人
}

slip-wait-title = 大约要等
slip-wait-unit = 分钟
# $low、$high：等候时间的范围，分钟
slip-wait-sentence = 大约要等 { $low }–{ $high } 分钟
# 还说不准要等多久时，单独用大字印出
slip-wait-unknown = 请留意叫号

slip-scan = 手机扫一扫，随时看排到哪里

slip-missed = 听到叫号请进诊室；过号请到导诊台签到。
slip-worse = 更不舒服时，请马上告诉工作人员。
slip-companion-one = 可有一位家属陪同就诊。
slip-companion-wait = 请家属在候诊区等候。

slip-copy = 副本
slip-test = 打印测试
