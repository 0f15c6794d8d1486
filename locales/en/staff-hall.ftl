# Arranging a doctor
staff-arrange-of-day = Number of { $day }
staff-second-step-title = { $number } was checked, book the orthodontist
staff-second-step-book = Book
staff-second-step-not-wanted = Not wanted for now
staff-second-step-ended = { $number }: noted, no appointment for now

# Messages to rooms (R44): into the room
message-here = The patient with the appointment is here
message-asks = A patient would like a word with you first
message-results = The results are back
message-how-long = Those waiting ask how much longer it will take
message-come = Please come to the desk when you can

## To the desk
message-bring-in = Please bring the patient in
message-help = Please come to the room
message-later = This one takes longer, please tell those waiting
message-break = After this patient I am away for a while
message-file = Please bring the file

## Answers
answer-ok = All right
answer-moment = One moment
answer-send-in = Send them in
answer-after-this = After this patient
answer-not-now = Not now
answer-coming = Coming

## Messages on the tablet
staff-message-write-room = Message a room
staff-message-write-to = Message { $room }
staff-message-write-desk = Message the desk
staff-message-about-ticket = Ask the room by message
staff-message-about = about { $number }
staff-message-lead = Text only, without a sound in the room
staff-message-which-room = Which room
staff-message-no-rooms = No doctor is in a room now
staff-message-choose-room = Choose a room
staff-message-sentence = What to say
staff-message-text = A few words more
staff-message-text-help = No name and no complaint. Deleted at the end of the day
staff-message-empty = Choose a sentence or write a few words
staff-message-send = Send
staff-message-sent-room = Sent to { $room }
staff-message-sent-desk = Sent to the desk
staff-message-failed = The message was not sent. You can go and say it
staff-message-to-room = To { $room }
staff-message-from-room = From { $room }
staff-message-answer = Answer
staff-message-reply = Answer
staff-message-fold = Fold
staff-message-other = Write another
staff-message-answered = Answered
staff-message-seen = Seen
staff-message-take-back = Take back
staff-message-taken-back = The message was taken back
staff-message-sent = Sent { $time }
staff-message-delivered = Delivered { $time }, not opened yet
staff-message-read = Read { $time }, not answered yet
staff-message-unread = Sent { $time }, not opened for { $minutes } minutes. You can go and say it
staff-message-answer-at = { $name } answered { $time }
staff-message-bar = Messages of { $room }
staff-message-count = { $count ->
    [one] { $count } message
   *[other] { $count } messages
}
staff-message-none = No messages
staff-message-you-said = You answered: { $answer }
error-nobody-in-room = No doctor is in this room now, so nobody would read it. Please go and say it.

## Too many people in the hall (R47)
staff-crowd-title = { $count } waiting, the hall is too full
staff-crowd-since = since { $time }
staff-crowd-limit = Told from { $from } people on, over at { $until }
staff-crowd-open-room = { $room } could open: { $count } wait for { $department }
staff-crowd-no-room = No further room can open where people wait
staff-crowd-elsewhere = There is room in { $hall } ({ $count } waiting). Its screen does not call these numbers, so those who sit there follow on the phone
staff-crowd-phones = Ask patients to scan the code on their ticket and follow on the phone; they need not all stay in the hall
staff-crowd-ask = What was done?
staff-crowd-did-room = A room was opened
staff-crowd-did-elsewhere = People sit elsewhere
staff-crowd-did-phones = People follow on the phone
staff-crowd-did-looked = Looked, all in order
staff-crowd-noted = Noted
staff-crowd-unit = of { $from }

# Days, lengths of time
staff-day-of = { $label }: day
staff-day-none = Any
staff-birth-date-help = Such as 1990-05-20 or 19900520
staff-time-help = 24 hours, such as 13:30
staff-range-within = within { $high } min
staff-range-none = no wait
staff-room-idle-for = { $minutes ->
    [0] Free
   *[other] Free for { $minutes } min
}
staff-fault-detail = { $detail }. { $since }.
