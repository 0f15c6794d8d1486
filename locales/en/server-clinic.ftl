# The clinic's settings (clinic.toml)

server-clinic-room = Room { $label }

error-no-clinic = The clinic has not been set up yet. Please ask the administrator to apply clinic.toml.
error-clinic-department-waiting = Department { $department } cannot be closed yet: { $count ->
    [one] one patient is
   *[other] { $count } patients are
 } still waiting there. Look after them first, then apply the new settings.
error-clinic-room-in-use = Room { $room } cannot be closed yet: a patient is in it. Wait until they have left, then apply the new settings.
