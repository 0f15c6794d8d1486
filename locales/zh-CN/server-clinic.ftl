# 医院设置（clinic.toml）

server-clinic-room = { $label }号诊室

error-clinic-department-waiting = 还不能停用科室 { $department }：还有 { $count } 人在候诊。请先安排好他们，再应用新的设置。
error-clinic-room-in-use = 还不能停用诊室 { $room }：里面还有就诊人。请等就诊结束，再应用新的设置。
