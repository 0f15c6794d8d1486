# Waiting hall and door screens

display-call-title = Now calling
display-calm-title = Next call soon
display-last-title = Last called
display-calm-last = Called at { $time }
display-empty = Nobody is waiting: no wait
display-closed = The clinic is closed now
display-closed-until = Closed now, opens at { $time }

display-recent-title = Just called
display-recent-before = Called before { $time }
display-recent-none = No number has been called yet

display-table-label = The queues of the departments
display-table-department = Department
display-table-rooms = In the rooms
display-table-as-of = As of { $time }
display-table-next = Next
display-table-next-then = Next
display-table-wait = Wait
display-page = Page { $page } of { $pages }
display-room-short = Rm { $label }
display-room-paused = Paused
display-room-closed = Closed
display-next-none = Nobody is waiting
display-opens-at = Opens { $time }
display-department-closed = Closed for today
display-minutes = min
display-wait-none = No wait
display-wait-ask = Ask the desk
display-wait-within = within { $high } min

display-connection = Connected · updated { $seconds } s ago
display-connection-cut = Connection lost · reconnecting
display-sound-blocked = Sound is off, touch the screen
display-sound-missing = No voice for now, chime only
display-sound-chime = Quiet hours: chime only, please watch the screen
display-sound-nothing = Quiet hours: no sound, please watch the screen
display-connection-now = Connected
display-notice-missed = Missed your call? Sign in at the desk, we will fit you in.

display-offline-title = Calls on this screen are not up to date
display-offline-what = Staff will call the numbers. You can ask at the desk.
display-offline-age = Last update { $time }, { $minutes } min { $seconds } s ago
display-offline-age-seconds = Last update { $time }, { $seconds } s ago
display-offline-never = Connecting to the server
display-offline-kept = Your number and your place are kept. Please stay.

display-door-call = Please come in
display-door-attempt = Call { $attempt }
display-door-consulting = In consultation
display-door-wait-outside = Please wait outside
display-door-away = The doctor is away for a moment
display-door-closed = Closed
display-door-free = The next number follows shortly
display-door-with-note = { $what }, { $note }
display-door-next = Next
display-door-then = Then
display-door-waiting = { $count } waiting
display-door-waiting-range = { $count } waiting, about { $low }–{ $high } minutes
display-door-waiting-within = { $count } waiting, within { $high } min

display-evacuation = Please follow the staff and leave calmly
display-unknown-hall = There is no such hall
display-unknown-room = This hall has no such room
display-loading = Opening the screen, please wait
