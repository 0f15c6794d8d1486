# The clinic's settings (clinic.toml)

server-clinic-room = Room { $label }

error-clinic-department-waiting = { $count ->
    [one] Department { $department } cannot be closed yet: one patient is still waiting there. Look after them first, then apply the new settings.
   *[other] Department { $department } cannot be closed yet: { $count } patients are still waiting there. Look after them first, then apply the new settings.
}
error-clinic-room-in-use = Room { $room } cannot be closed yet: a patient is in it. Wait until they have left, then apply the new settings.
