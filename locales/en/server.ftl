# Sentences of the server: refusals, reasons for a call, reasons for a long wait, words of apology.

error-general = That did not go through. Please try once more, or tell a member of staff.
error-bad-body = What arrived was incomplete. Please send it once more.
error-busy = It is busy just now. Please try again in a few seconds.
error-no-handwriting = Handwriting cannot be read here just now. Please use the keyboard.
error-not-found = This was not found. It may have ended or moved.
error-not-allowed = This cannot be done here.
error-too-large = That is too long. Please shorten it.
error-unauthorised = Please sign in first.
error-forbidden = Your role does not cover this. Please ask a supervisor.
error-csrf = This page was open too long. Please reload it and try again.
error-invalid = A few things need another look.
error-wrong-state = This is not possible in the present state. Please look at the latest situation.
error-patient-not-left = Not yet: { $number } has not left.
error-room-closed = This room is not open now.
error-evacuation = Evacuation: calling has stopped.
error-number-void = This number was missed { $count } times and is void. Please take a new one.
error-other-room = This is not your room.
error-other-department = This patient waits for another department.
error-same-department = The patient is in this department already.
error-undo-too-late = The time for taking this back has passed.
error-department-closed = { $department } is closed now.
error-no-such-department = There is no such department. Please choose another.
error-doctor-not-on-duty = This doctor has no session today. Please choose another.
error-no-such-doctor-on-duty = No doctor like that is on duty now. Please change the wish, or choose any doctor.
error-closed = No more numbers are given today.
error-appointment-not-found = This appointment was not found. Please check the code or the phone number.
error-consent-required = We need your consent to register these details before we can give a number.
error-required = Please fill this in.
error-too-long = At most { $limit } characters, please shorten it.
error-too-many = Too many are chosen. Please choose fewer.
error-unknown-field = This is not needed here.
error-not-a-choice = Please choose one of the options.
error-time-past = This time has passed today. Please give a later one.
error-not-understood = This does not look right. Please check it.
error-no-clinic = The system is not set up yet. Please tell the administrator.
error-nothing-to-print = No ticket was printed for this number, so there is nothing to print again.
error-printed-often = This ticket was printed again { $count } times already. For another one, please come to the desk.
error-ask-a-person = A guide should look at this with you. They are on the way.
error-reason-required = Please give a reason.
error-pairing-needs-code = Please connect this screen with a pairing code.

reason-only-one = Nobody else is waiting
reason-more-urgent = More urgent (level { $urgency }), goes first
reason-longest-waiting = Waited longest at this level: { $minutes } min, { $others } more behind
reason-by-hand = Arranged by a supervisor
reason-again = Called once more
reason-by-arrival = In order of arrival
reason-turn-return = { $count ->
    [one] { $count } first visit was called, now one who is back with results
   *[other] { $count } first visits were called, now one who is back with results
}
reason-turn-missed = { $count ->
    [one] { $count } first visit was called, now one who signed in again
   *[other] { $count } first visits were called, now one who signed in again
}
reason-turn-priority = { $count ->
    [one] { $count } first visit was called, now one of a priority group
   *[other] { $count } first visits were called, now one of a priority group
}
reason-appointment = The time of the appointment has come
reason-overdue = Has waited beyond the { $limit } minutes of this level, goes back no further
reason-nobody-else = Early for the appointment, and nobody else is waiting
reason-accumulated = By points for waiting: { $rate } a minute for this group
reason-by-return = Back with results, takes turns with first visits
reason-by-missed = Signed in again, takes turns with first visits
reason-by-priority = Priority group, takes turns with first visits
reason-by-appointment = At the time of the appointment
reason-before-appointment = Early: called at the time of the appointment

why-no-room-open = No room is open at the moment
why-long-consultation = The patient before needs longer, { $minutes } min so far
why-many-people = Many people are ahead
why-room-free = A room is free, you will be called at once
why-some-ahead = Others are still ahead
why-nearly-there = The patient before has just finished

apology-words = { $ahead ->
    [one] Sorry to keep you waiting. One person is ahead of you, about { $minutes } minutes more.
   *[other] Sorry to keep you waiting. { $ahead } people are ahead of you, about { $minutes } minutes more.
}
apology-words-next = Sorry to have kept you waiting. You are next. Thank you for your patience.
apology-words-unknown = { $ahead ->
    [one] Sorry to keep you waiting. One person is ahead of you. I will ask the doctor and be right back.
   *[other] Sorry to keep you waiting. { $ahead } people are ahead of you. I will ask the doctor and be right back.
}

companion-one = One companion may come along
companion-none = Companions please wait in the hall

error-too-many-presses = That was received. Please wait { $seconds } seconds before pressing again.
actor-patient = The patient
actor-system = The system

place-kiosk = Beside { $name }
place-hall = { $name }

fault-jobs-moved = Tickets go to { $printer }
fault-jobs-wait = No spare printer works now
fault-jobs-owed = { $count ->
    [one] 1 ticket waits for it
   *[other] { $count } tickets wait for it
}
fault-jobs-lost = { $count ->
    [one] 1 ticket was not printed; its patient has the number on screen or phone
   *[other] { $count } tickets were not printed; patients have their number on screen or phone
}
