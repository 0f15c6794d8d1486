# The staff tablet: appointments, reminders, roster

staff-rail-appointments = Bookings
staff-appt-lists = Pages of appointments
staff-appt-list-day = Appointments
staff-appt-list-reminders = Reminders
staff-appt-list-roster = Roster
staff-appt-list-conflicts = Doctor away
staff-appt-list-count = { $list } { $count }
staff-appt-list-callbacks = Call back

# Days and times
staff-appt-today = Today
staff-appt-tomorrow = Tomorrow
staff-appt-after-tomorrow = In two days
staff-appt-next-monday = Next Monday
staff-appt-day = Which day
staff-appt-day-before = The day before
staff-appt-day-after = The next day
staff-appt-to-today = Back to today
staff-appt-at-morning = { $time }
staff-appt-at-afternoon = { $time }
staff-appt-at-night = { $time }
staff-appt-at-evening = { $time }
staff-appt-when = { $day }, { $time }
staff-appt-minutes = { $minutes } minutes
staff-appt-doctor-title = { $name }, { $title }
staff-appt-length =
    { $units ->
        [one] { $minutes } minutes ({ $units } unit)
       *[other] { $minutes } minutes ({ $units } units)
    }

# The day's appointments
staff-appt-loading = Reading the appointments, one moment
staff-appt-failed = The appointments could not be read
staff-appt-no-answer = The server does not answer; try again
staff-appt-one-failed = This appointment could not be read
staff-appt-old = This is how it stood at { $time }; reading again
staff-appt-empty = No appointments yet: { $day }
staff-appt-empty-detail = New ones appear here
staff-appt-filter-doctor = By doctor
staff-appt-count-total = Booked
staff-appt-count-came = Here
staff-appt-count-missing = Not here yet
staff-appt-count-missed = Did not come
staff-appt-state-booked = Booked
staff-appt-state-checked_in = Here
staff-appt-state-checked_in-late = Here, late
staff-appt-state-done = Seen
staff-appt-state-cancelled = Cancelled
staff-appt-state-no_show = Did not come
staff-appt-state-moved = Moved
staff-appt-late =
    { $minutes ->
        [one] { $minutes } minute late, not here yet
       *[other] { $minutes } minutes late, not here yet
    }
staff-appt-booked-for = Booked { $time }
staff-appt-late-long = Its time is past, nobody came
staff-appt-doctor-away = Doctor away, to be arranged
staff-appt-no-name = No name given
staff-appt-no-file = No file yet
staff-appt-channel = How they booked
staff-appt-channel-desk = In person
staff-appt-channel-phone = By phone
staff-appt-channel-kiosk = Kiosk
staff-appt-channel-web = Online

# One appointment
staff-appt-title = Appointment { $code }
staff-appt-tabs = What is known of the appointment
staff-appt-tab-about = What for
staff-appt-doctor = Doctor
staff-appt-long = Length
staff-appt-code = Booking code
staff-appt-checked-in-at = Arrived
staff-appt-arrival-early = Early
staff-appt-arrival-on_time = On time
staff-appt-arrival-late = Late
staff-appt-arrival-early-words = Early: they take a number now and are called at the booked time.
staff-appt-arrival-on_time-words = On time: they take a number and are called at the booked time.
staff-appt-arrival-late-words = Past the booked time: they wait like a first visit. Please explain this first.
staff-appt-item-lead = What it is about never stands beside a name. The name above goes while it is shown
staff-appt-item-show = Show what it is about
staff-appt-item-none = Not said
staff-appt-open = Open this appointment
staff-appt-open-new = Open the new time
staff-appt-ended = { $state }: nothing more to do here
staff-appt-not-today = Not for today; move it first if they came early
staff-appt-day-over = Its day is over; give a number or book anew
staff-appt-event-booked = Booked
staff-appt-event-moved = Moved, this time given up
staff-appt-event-moved_here = Moved to the present time
staff-appt-event-cancelled = Cancelled
staff-appt-event-checked_in = Arrived, number given
staff-appt-event-done = Seen
staff-appt-event-reopened = “Seen” taken back
staff-appt-event-left = Arrived and left
staff-appt-event-no_show = Did not come
staff-appt-event-lapsed = Doctor away, cancelled by itself
staff-appt-event-reminded = Reminded
staff-appt-event-doctor_away = Doctor away
staff-appt-event-kept = Kept although the doctor was away
staff-appt-reminded-sent = Reminder sent by message
staff-appt-reminded-confirmed = Reminded: will come
staff-appt-reminded-not_reached = Reminded: not reached
staff-appt-reminded-moved = Reminded: wants another time
staff-appt-reminded-cancelled = Reminded: wants to cancel

# Arriving
staff-appt-check-in = Check in
staff-appt-check-in-title = { $code } has arrived
staff-appt-check-in-lead = { $when }, { $doctor }
staff-appt-check-in-send = Give a number
staff-appt-check-in-new = First visit, no file yet: please ask sex and age
staff-appt-check-in-lacking = Fill in sex and age first
staff-appt-check-in-other_day = Not for today; move the appointment first
staff-appt-check-in-over = Its day is over; give a number or book anew
staff-appt-check-in-cancelled = This appointment was cancelled; give a number or book anew
staff-appt-check-in-checked_in = They have a number already
staff-appt-failed-check-in = No number was given; the appointment stands

# Moving
staff-appt-reschedule = Move
staff-appt-reschedule-title = Move it to when?
staff-appt-reschedule-lead = Booked for { $when }; that time is freed once it is moved
staff-appt-move-to = Move to { $when }
staff-appt-done-reschedule = Moved to { $when }. Tell the patient; the doctor will see it
staff-appt-failed-reschedule = It was not moved; the old time stands
staff-appt-choose-time = Choose a time
staff-appt-why-patient-asks = The patient asks for another time
staff-appt-why-late = Cannot make it today
staff-appt-why-doctor-away = The doctor is away
staff-appt-why-longer = More time is needed

# Cancelling
staff-appt-cancel = Cancel booking
staff-appt-cancel-title = Cancel this appointment?
staff-appt-cancel-lead = { $when }. Then offer the next times at once
staff-appt-done-cancel = Cancelled, the time is free
staff-appt-failed-cancel = It was not cancelled; the appointment stands
staff-appt-why-cannot-come = The patient cannot come
staff-appt-why-better = Feeling well again
staff-appt-why-elsewhere = Seen elsewhere
staff-appt-why-twice = Booked twice
staff-appt-cancelled-title = Cancelled. Another time?
staff-appt-cancelled-lead = One touch books the time they choose
staff-appt-cancelled-words = “That is cancelled. Would one of these times suit you? If you cannot say yet, ring us when you know.”
staff-appt-no-new-time = No new time for now

# Times to choose from
staff-appt-offers = Times that are free
staff-appt-offers-loading = Looking for times, one moment
staff-appt-offers-none = Nothing is free like this. Try another doctor, or another part of the day
staff-appt-any-doctor = Any doctor
staff-appt-earliest = From which day
staff-appt-earliest-day = Or a date
staff-appt-part = Morning or afternoon
staff-appt-part-any = Either
staff-appt-part-morning = Morning
staff-appt-part-afternoon = Afternoon
staff-appt-units = Length
staff-appt-units-less = 15 minutes less
staff-appt-units-more = 15 minutes more
staff-appt-other-departments = Other departments
staff-appt-other-time = Another time
staff-appt-plan =
    { $units ->
        [one] The doctor said { $units } unit for the next visit
       *[other] The doctor said { $units } units for the next visit
    }
staff-appt-plan-differs = The doctor said { $length } for this patient’s next visit; another length is chosen
staff-appt-plan-take = Look for that length

# A new appointment
staff-appt-book = New booking
staff-appt-book-title = When?
staff-appt-book-lead = Choose a department, and two or three times can be offered
staff-appt-who-title = For whom?
staff-appt-who-lead = Name and phone serve the booking and its reminder; they never stand on a big screen
staff-appt-phone-help = The reminder goes to this phone the day before
staff-appt-phone-first = Fill in the phone first
staff-appt-phone-missing = Fill in a phone, or sex and age to open a file without one
staff-appt-find = Was here before
staff-appt-candidates = Which of them is it? Check family name and age
staff-appt-candidates-none = Nobody with this phone was here before; fill in the name
staff-appt-candidates-other = None of them, a new name
staff-appt-other-person = Somebody else
staff-appt-file-help = With sex and age a file is opened, and nothing is asked again
staff-appt-item = What for
staff-appt-item-help = For example: cleaning, dressing, check-up. Never on a big screen
staff-appt-consent = Told that name and phone serve the booking and its reminder only; the patient agrees
staff-appt-book-send = Book it
staff-appt-book-override = Supervisor agrees, book it
staff-appt-override = Why the supervisor agrees
staff-appt-override-help = After many missed appointments a supervisor can agree to another; the reason is kept
staff-appt-barred-guide = For an exception, ask a supervisor to book it
staff-appt-failed-book = It was not booked; what you filled in is still here
staff-appt-done-book = Booked for { $when }
staff-appt-booked-title = Booked
staff-appt-booked-done = Done
staff-appt-calendar = Calendar file
staff-appt-read-back-title = Please read this to the patient
staff-appt-read-back = “Let me check: { $when }, { $department }, { $doctor }, about { $minutes } minutes. Your booking code is { $code }. If you cannot come, please tell us in time.”

# From the queue to an appointment
staff-appt-rebook = Come another day: book a time
staff-appt-rebook-instead = Book a time before they leave
staff-appt-rebook-title = When will { $number } come again?
staff-appt-rebook-lead = { $number } is given up in the same step: both, or neither
staff-appt-rebook-send = Book { $when }, give { $number } up
staff-appt-done-rebook = { $number } is given up, the new time is booked
staff-appt-failed-rebook = It was not booked; { $number } still waits
staff-appt-why-cannot-wait = The wait is too long
staff-appt-next-visit = Length of the next visit
staff-appt-next-visit-title = How long is { $number }’s next visit?
staff-appt-next-visit-lead = The next booking of this patient looks for that length by itself
staff-appt-next-visit-after = After how long
staff-appt-next-visit-any = Any time
staff-appt-next-visit-days = After { $days } days
staff-appt-done-next-visit = The next visit of { $number } takes { $length }
staff-appt-failed-next-visit = The length of { $number }’s next visit was not saved

# Reminders
staff-appt-remind-loading = Reading whom to remind, one moment
staff-appt-remind-failed = The list of reminders could not be read
staff-appt-remind-empty = Nobody to remind for { $day }
staff-appt-remind-left = Still to reach
staff-appt-remind-done = Reminded
staff-appt-sends = Messages go out the day before; ring those that failed
staff-appt-sends-not = No messages are set up; please ring each of them
staff-appt-left-today =
    { $count ->
        [one] { $count } patient of today was not reminded; reach them by 12:00
       *[other] { $count } patients of today were not reminded; reach them by 12:00
    }
staff-appt-left-overdue =
    { $count ->
        [one] Past 12:00, and { $count } patient of today was not reminded; ring now
       *[other] Past 12:00, and { $count } patients of today were not reminded; ring now
    }
staff-appt-left-show = Show today’s
staff-appt-reminder-open = Not reminded yet
staff-appt-reminder-sending = Message going out
staff-appt-reminder-sent = Message sent
staff-appt-reminder-failed = Message failed
staff-appt-reminder-confirmed = Will come
staff-appt-reminder-moved = Moved
staff-appt-reminder-cancelled = Cancelled
staff-appt-reminder-not_reached = Not reached
staff-appt-remind-say = What to say
staff-appt-remind-words = “Hello, this is the hospital’s booking desk. A reminder: { $when }, { $department }, { $doctor }, about { $minutes } minutes. Will you be able to come?”
staff-appt-remind-words-item = “Hello, this is the hospital’s booking desk. A reminder: { $when }, { $department }, { $doctor }, { $item }, about { $minutes } minutes. Will you be able to come?”
staff-appt-note-add = Add a note
staff-appt-note-help = Kept with what came of it
staff-appt-note = Note
staff-appt-outcome = What came of it
staff-appt-outcome-confirmed = Will come
staff-appt-outcome-not_reached = Not reached
staff-appt-outcome-moved = Wants another time
staff-appt-outcome-cancelled = Wants to cancel
staff-appt-outcome-sent = Message sent
staff-appt-outcome-so = Noted already
staff-appt-done-remind = Noted: { $outcome }
staff-appt-failed-remind = What came of the reminder was not saved

# Roster
staff-appt-roster-loading = Reading the roster, one moment
staff-appt-roster-failed = The roster could not be read
staff-appt-roster-empty = No doctor of this department has a roster yet
staff-appt-roster-none = Not here
staff-appt-roster-off = Away
staff-appt-roster-extra = Extra
staff-appt-roster-partly = Changed
staff-appt-roster-upset = { $booked } units to settle
staff-appt-roster-units = { $booked }/{ $units } booked
staff-appt-week = Which week
staff-appt-week-before = The week before
staff-appt-week-after = The next week
staff-appt-this-week = This week
staff-appt-to-this-week = Back to this week
staff-appt-week-from = From { $day }
staff-appt-exception = Away or extra
staff-appt-exception-title = Which doctor is away, or comes extra?
staff-appt-exception-lead = Appointments that this upsets are listed: tell the doctor first, then settle each
staff-appt-exception-off = Note as away
staff-appt-exception-extra = Note as extra
staff-appt-kind = Away or extra
staff-appt-kind-off = Away
staff-appt-kind-extra = Extra session
staff-appt-first = From
staff-appt-last = To
staff-appt-last-help = Leave it for a single day
staff-appt-hours = Which hours
staff-appt-hours-whole = The whole day
staff-appt-hours-part = Some hours
staff-appt-hours-missing = Fill in beginning and end
staff-appt-from = Begins at
staff-appt-to = Ends at
staff-appt-choose-doctor = Choose a doctor
staff-appt-why-leave = On leave
staff-appt-why-ill = Unwell
staff-appt-why-consult = Consulting elsewhere
staff-appt-why-many = Many ask for appointments
staff-appt-why-instead = Makes up for a day away
staff-appt-done-off = Noted as away; no appointment is upset
staff-appt-done-extra = The extra session is noted and can be booked
staff-appt-done-conflicts =
    { $count ->
        [one] Noted; { $count } appointment is to be settled
       *[other] Noted; { $count } appointments are to be settled
    }
staff-appt-failed-roster = The roster was not changed
staff-appt-changes = Away and extra sessions
staff-appt-changes-none = Nothing differs from the weekly roster
staff-appt-days = { $first } to { $last }
staff-appt-days-hours = { $days }, { $from }–{ $to }
staff-appt-withdraw = Take back
staff-appt-withdraw-title = Take this change back?
staff-appt-done-withdraw = Taken back; the weekly roster holds
staff-appt-why-back = The doctor can come after all
staff-appt-why-mistake = Wrong day noted

# Doctor away
staff-appt-conflicts-loading = Reading the appointments to settle, one moment
staff-appt-conflicts-failed = The appointments to settle could not be read
staff-appt-conflicts-count = { $count } to settle
staff-appt-conflicts-lead = The nearest first
staff-appt-conflicts-empty = No appointment is upset by a doctor’s absence
staff-appt-conflicts-empty-detail = When a doctor is away, those who had booked are listed here
staff-appt-arrived = The patient came at { $time }: settle it with them now
staff-appt-step-told = First tell the doctor
staff-appt-step-settle = Then a supervisor settles it
staff-appt-told = { $doctor } was told
staff-appt-done-told = Noted; it can be settled now
staff-appt-tell-first = Tell the doctor first
staff-appt-is-here = The patient is here
staff-appt-settle-move = Move
staff-appt-settle-cancel = Cancel
staff-appt-settle-keep = Keep
staff-appt-keep = Keep this appointment
staff-appt-keep-title = Why is it kept?
staff-appt-done-keep = The appointment stands
staff-appt-failed-settle = It was not saved; the appointment stands as it was
staff-appt-why-comes-anyway = The doctor comes for it
staff-appt-why-colleague = A colleague sees the patient

# Call back
staff-appt-callback-loading = Reading whom to call back, one moment
staff-appt-callback-failed = The list could not be read
staff-appt-callback-empty = Nobody to call back
staff-appt-callback-empty-detail = Who wants one doctor only, and the doctor is away, is noted here
staff-appt-callback-new = Note a call back
staff-appt-callback-save = Note it
staff-appt-callback-for = Waits for { $doctor }
staff-appt-callback-due = The doctor is here today: ring
staff-appt-callback-back = Here on { $day }
staff-appt-callback-away = No day known yet
staff-appt-callback-tries =
    { $count ->
        [one] Rung { $count } time
       *[other] Rung { $count } times
    }
staff-appt-callback-booked = Book a time
staff-appt-callback-not_reached = Not reached
staff-appt-callback-not_wanted = No longer wanted
staff-appt-done-callback = Noted; it will stand first on the day the doctor is here
staff-appt-failed-callback = It was not saved

# What doctors must be told
staff-appt-notices =
    { $count ->
        [one] { $count } change to tell a doctor
       *[other] { $count } changes to tell doctors
    }
staff-appt-notices-own =
    { $count ->
        [one] { $count } change of your appointments
       *[other] { $count } changes of your appointments
    }
staff-appt-notices-title = What doctors must be told
staff-appt-notices-lead = Moved, cancelled, and booked for today: doctor and assistant must know
staff-appt-notices-none = All were told
staff-appt-notice-moved = Moved
staff-appt-notice-cancelled = Cancelled
staff-appt-notice-booked = Booked for today
staff-appt-from-to = { $before }, now { $after }
staff-appt-seen = I know
staff-appt-seen-told = Told
staff-appt-done-seen = Noted
staff-appt-failed-told = It was not saved; try again

## The daily count (R67)
staff-appt-list-count-page = Count
staff-appt-count-loading = Counting
staff-appt-count-failed = The count could not be read
staff-appt-count-empty = No appointments, { $day }
staff-appt-count-empty-detail = Try another day
staff-appt-count-by-channel = By way of booking
staff-appt-count-by-doctor = By doctor
staff-appt-count-all = All
staff-appt-count-head-total = Booked
staff-appt-count-head-kept = Came
staff-appt-count-head-missed = Missed
staff-appt-count-head-cancelled = Cancelled
staff-appt-count-head-open = To come
staff-appt-count-booked = Booked on this day, for whichever day: { $count } (desk { $desk }, telephone { $phone }, kiosk { $kiosk }, online { $web })
staff-appt-count-csv-day = Download this day
staff-appt-count-csv-month = Download the last 30 days

## The slip (R65)
staff-appt-print = Print the slip
staff-appt-printing = The slip is printing
staff-appt-failed-print = The slip was not printed
