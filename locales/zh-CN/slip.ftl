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

# 打印机测试页
slip-page-title = 打印机测试页
# $width：纸宽，毫米；$dpi：每英寸点数；$dots：每行点数
slip-page-paper = 纸宽 { $width } 毫米，每英寸 { $dpi } 点，每行 { $dots } 点
# $language：打印方式
slip-page-language = 打印方式：{ $language ->
    [raster] 整张图像
    [raster_qr] 图像，二维码由打印机生成
    [gb18030] 文字，GB18030 编码
    [gbk] 文字，GBK 编码
   *[utf8] 文字，UTF-8 编码
}
# $cut：yes 有切刀，no 没有
slip-page-cutter = { $cut ->
    [yes] 打印完应自动切纸。
   *[no] 没有切刀，请沿撕纸口撕下。
}
slip-page-ruler = 标尺两端的竖线都应完整，数字应与设置一致。
slip-page-code = 扫二维码，应显示这台打印机的编号。
slip-page-grey = 黑条中不应有白线，灰阶应由浅到深。
