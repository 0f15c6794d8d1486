# 登记：姓名、电话、证件、年龄、查找、就诊类型

error-name-too-long = 姓名最多 { $limit } 个字，请缩短一些。
error-name-characters = 姓名里只能有文字、空格和“·”，请把其他符号去掉。

error-phone-digits = 手机号是 { $wanted } 位，现在是 { $count } 位。
error-phone-characters = 电话里只能有数字，请再看一下。
error-phone-area-code = 座机请加上区号，例如 010-12345678。
error-phone-extension = 请填写不带分机的号码。
error-phone-unknown = 这个号码好像不对，请再核对一遍。国外号码请以 + 开头。

error-id-length = 身份证号是 18 位，现在是 { $count } 位。
error-id-old = 这是 15 位的旧号码，请看现在的 18 位身份证；没有带也可以不填。
error-id-characters = 身份证号前 17 位是数字，最后一位是数字或 X。
error-id-birth-date = 第 7 到 14 位应当是出生日期，请再核对一遍。
error-id-checksum = 号码有一位对不上，请再核对一遍。
error-id-sex-differs = 和身份证号里的性别不一样，请核对。
error-id-birth-date-differs = 和身份证号里的出生日期不一样，请核对。
error-id-age-differs = 和身份证号里的年龄不一样，请核对。
error-id-name-differs = 这个证件号登记过另一个姓名，请核对；没有填错的话，请到导诊台，我们帮您处理。
error-id-kept = 证件号已经登记过，要更改请到导诊台。

error-birth-date-format = 请写成年月日，例如 1985-03-12。
error-birth-date-future = 出生日期还没有到，请再核对一遍。
error-birth-date-too-old = 出生日期早于 { $limit } 年前，请再核对一遍。
error-age-range = 年龄请填 0 到 { $limit } 之间的整数。

error-find-by-one = 请用手机号、证件号或姓名中的一项来查找。
error-too-many-searches = 查找的次数有点多，请过 { $seconds } 秒再试，或者请工作人员帮忙。
error-patient-ref-expired = 时间有点久了，请重新查找一次。

visit-class-first = 初诊
visit-class-return = 复诊
visit-class-consultation = 咨询
visit-class-check-up = 检查
visit-class-orthodontics = 正畸

visit-class-reason-never-here = 第一次来这个科室
visit-class-reason-long-ago = 上一次来是一年以前
visit-class-reason-same-problem = 一年内看过，还是这个问题
visit-class-reason-said-return = 一年内看过，说是来复诊
visit-class-reason-other-problem = 这次是别的问题
visit-class-reason-not-said = 没有说是不是同一个问题
visit-class-reason-wish-orthodontics = 想做正畸
visit-class-reason-wish-consultation = 想先了解情况
visit-class-reason-wish-check-up = 想做检查
visit-class-reason-chosen = 取号时选的
