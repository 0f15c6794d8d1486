# 服务端的句子：拒绝的原因、叫号的依据、久等的原因、致歉的话。

error-general = 刚才没有完成，请再试一次；还不行请告诉工作人员。
error-bad-body = 收到的内容不完整，请再提交一次。
error-busy = 现在有点忙，请过几秒再试一次。
error-no-handwriting = 这里暂时认不了手写字，请用拼音填写。
error-not-found = 没有找到，可能已经结束或换了地方。
error-not-allowed = 这里不能这样操作。
error-too-large = 内容太长了，请缩短一些。
error-unauthorised = 请先登录。
error-forbidden = 您的岗位不能做这一步，请找主管。
error-csrf = 页面放得太久了，请刷新后再试。
error-invalid = 有几处需要再看一下。
error-wrong-state = 现在的状态不能做这一步，请看一下最新情况。
error-patient-not-left = 还不能叫：{ $number } 还没离开。
error-room-closed = 这个诊室现在没有开诊。
error-evacuation = 正在疏散，暂停叫号。
error-number-void = 已过号 { $count } 次，这个号不能再用，请重新取号。
error-other-room = 这不是您的诊室。
error-other-department = 这位患者挂的是别的科室。
error-same-department = 已经在这个科室了。
error-undo-too-late = 已经过了可以撤销的时间。
error-department-closed = { $department }现在没有开诊。
error-no-such-department = 没有这个科室，请重新选一个。
error-doctor-not-on-duty = 这位医生今天不出诊，请选别的医生。
error-no-such-doctor-on-duty = 现在没有符合要求的医生出诊，请改一下要求或选任何医生。
error-closed = 今天已停止取号。
error-appointment-not-found = 没有查到这个预约，请核对预约码或手机号。
error-consent-required = 需要您同意我们登记这些内容，才能取号。
error-required = 请填写这一项。
error-too-long = 最多 { $limit } 个字，请缩短一些。
error-too-many = 选得太多了，请少选几项。
error-unknown-field = 这一项不需要填写。
error-not-a-choice = 请从给出的选项里选一个。
error-time-past = 这个时间今天已经过了，请填晚一点的时间。
error-not-understood = 这一项的格式不对，请再看一下。
error-no-clinic = 系统还没有准备好，请联系管理员。
error-nothing-to-print = 这个号还没有小票，不能补打。
error-printed-often = 这张小票已经补打过 { $count } 次，再要请到导诊台。
error-ask-a-person = 这个要请导诊员帮您看一下，他们马上过来。
error-reason-required = 请写明原因。
error-pairing-needs-code = 请用配对码连接这块屏幕。

# 为什么叫这一位（R29）
reason-only-one = 只有这一位在等
reason-more-urgent = 病情较急（{ $urgency } 级），先看
reason-longest-waiting = 同级里等得最久：{ $minutes } 分钟，后面还有 { $others } 位
reason-by-hand = 主管安排
reason-again = 再叫一次
reason-by-arrival = 按到达先后
reason-turn-return = 已看过 { $count } 位初诊，轮到回诊
reason-turn-missed = 已看过 { $count } 位初诊，轮到过号签到的
reason-turn-priority = 已看过 { $count } 位初诊，轮到优先人群
reason-appointment = 到了预约的时间
reason-overdue = 等候已超过本级 { $limit } 分钟的时限，不再往后排
reason-nobody-else = 预约时间还没到，现在没有别人在等
reason-accumulated = 按等候时间累计，这一类每分钟算 { $rate } 分
reason-by-return = 检查回来，与初诊穿插
reason-by-missed = 过号签到，与初诊穿插
reason-by-priority = 优先人群，与初诊穿插
reason-by-appointment = 按预约时间
reason-before-appointment = 来早了，到预约时间再叫

# 为什么久等（R51）
why-no-room-open = 现在没有诊室开诊
why-long-consultation = 上一位检查时间长，已经 { $minutes } 分钟
why-many-people = 前面的人比较多
why-room-free = 有诊室空着，马上为您叫号
why-some-ahead = 前面还有患者
why-nearly-there = 前面的患者刚看完，马上轮到

# 当面要说的话（R56）
apology-words = 不好意思，让您久等了。您前面还有 { $ahead } 位，再等大约 { $minutes } 分钟就到您。
apology-words-next = 不好意思，让您久等啦。下一位就是您，感谢您的耐心等候。
apology-words-unknown = 不好意思，让您久等了。您前面还有 { $ahead } 位，我这就去问一下医生，马上回来告诉您。

companion-one = 可有一位家属陪同就诊
companion-none = 请家属在候诊区等候

error-too-many-presses = 刚才已经收到了，请等 { $seconds } 秒再按。
actor-patient = 患者本人
actor-system = 系统

place-kiosk = { $name }旁
place-hall = { $name }

fault-jobs-moved = 小票已转到{ $printer }打印
fault-jobs-wait = 没有备用打印机可用
fault-jobs-owed = { $count } 张小票在等它恢复
fault-jobs-lost = { $count } 张小票没有打印，患者可看屏幕或手机上的号码
