# Words that every screen shares

common-product = Houzhen
common-skip = Skip to the content
common-language-name = English
common-language-other = 中文
common-language-switch = Switch to Chinese
common-large-text = Large text
common-normal-text = Normal text
common-help = Call a staff member
common-back = Back
common-next = Next
common-close = Close
common-done = Done
common-cancel = Cancel
common-confirm = Confirm
common-continue = Continue
common-change = Change
common-undo = Undo
common-undo-seconds = Undo, { $seconds } seconds left
common-try-again = Try again
common-loading = One moment, please
common-loading-slow = A little slower than usual. What you entered is kept
common-saving = Saving

common-badge-waiting = Waiting
common-badge-calling = Calling · attempt { $attempt }
common-badge-in-room = In the room
common-badge-missed = Missed call
common-badge-done = Seen
common-badge-over = Over { $minutes } min
common-badge-companion =
    { $count ->
        [one] { $count } companion allowed
       *[other] { $count } companions allowed
    }
common-badge-cover = For Dr { $doctor }
common-badge-urgency =
    { $level ->
        [1] Level 1 · critical
        [2] Level 2 · severe
        [3] Level 3 · urgent
       *[4] Level 4 · not urgent
    }

common-people =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
common-minutes = { $minutes } min
common-range = { $low }–{ $high }
common-range-minutes = { $low }–{ $high } min
common-updated-now = Updated just now
common-updated-seconds = Updated { $seconds } s ago
common-updated-at = Updated { $time }
common-connected = Connected
common-offline = Not connected
common-reconnecting = Reconnecting
common-offline-since = This is how it was at { $time }. Reconnecting

common-pairing-starting = Connecting, one moment please
common-pairing-offline = Reaching the server. This page goes on by itself
common-pairing-title = This screen is not registered yet
common-pairing-help = On the tablet a supervisor opens “Devices”, taps “Register a device” and types these six digits. This page then opens by itself.

common-index-title = Houzhen
common-index-lead = Which screen would you like to open?
common-index-kiosk = Kiosk
common-index-kiosk-second = Upright touchscreen where patients take a number
common-index-display = Hall screen
common-index-display-second = Wide TV that shows and speaks the calls
common-index-staff = Guide’s tablet
common-index-staff-second = Calling, alerts, patients and devices
common-index-book = Booking online
common-index-book-second = Patients book, change and cancel with a phone or computer
common-index-roll = Paper roll
common-index-roll-second = See the slips here where there is no printer
common-index-no-halls = No hall has been set up yet

common-roll-title = Paper roll
common-roll-lead = Slips as they leave the printers, newest on top
common-roll-empty = No slip yet
common-roll-empty-second = Take a number at the kiosk and its slip comes out here
common-roll-copy = Copy
common-roll-slip = Slip printed by { $printer } at { $time }
common-roll-closed = This page is open while trying out only
common-roll-closed-second = In daily use slips come out of the printers and are not shown on a web page
common-roll-none = There is no virtual printer
common-roll-none-second = Write kind = "virtual" for a printer in the clinic file, and its paper comes out here
common-roll-buttons = Do something to { $printer }
common-roll-not-done = That was not done. Please try again
common-roll-do-paper-out = Pull the paper
common-roll-do-paper-low = Paper is low
common-roll-do-cover = Open the cover
common-roll-do-cutter = Jam the cutter
common-roll-do-power = Switch it off
common-roll-do-silent = Answer nothing
common-roll-do-slow = Print slowly
common-roll-do-stalled = Take no data
common-roll-state-ready = Ready
common-roll-state-paper-low = Paper is low
common-roll-state-paper-out = No paper
common-roll-state-cover-open = Cover is open
common-roll-state-cutter-fault = Cutter is stuck
common-roll-state-overheated = Too hot
common-roll-state-offline = Offline
common-roll-state-unknown = No answer
common-roll-state-off = Switched off
common-roll-all = All printers
common-roll-count =
    { $count ->
        [one] { $count } slip
       *[other] { $count } slips
    }

common-page-not-found = This page could not be found
common-page-not-found-second = The address may be incomplete. Please start from the first page
common-page-forbidden = Please sign in to see this page
common-page-forbidden-second = Use your own staff number, or ask your supervisor for access
common-page-broken = The system is recovering, one moment please
common-page-broken-second = Every number already taken stays valid. If it is urgent, please go to the desk
common-page-home = First page
common-page-reload = Open again
