# The kiosk in the lobby. Each sentence stands for itself; it is no gloss of the Chinese one.

## On every page
kiosk-bar = Language, text size and help
kiosk-bar-language = Language
kiosk-back = Back
kiosk-next = Next
kiosk-large = Large text
kiosk-help = Staff help
kiosk-help-second = 请工作人员帮忙
kiosk-help-off = Please go to the desk
kiosk-progress = Step { $step } of { $of }
kiosk-sub-new = First visit
kiosk-sub-known = Been here before
kiosk-sub-appointment = Appointment check-in
kiosk-sub-waiting = Getting your number
kiosk-sub-worse = Feeling worse
kiosk-list-comma = {", "}

## Home
kiosk-home-title = Hello. Please take your number here.
kiosk-home-second = 您好，请在这里取号
kiosk-home-ask-lines =
    Do you have an appointment?
    Have you been here before?
kiosk-home-ask =
    Do you have an appointment?
    Have you been here before?
kiosk-home-ask-second = 您有预约吗？以前来过吗？
kiosk-board = Waiting now
kiosk-board-second = 现在候诊
kiosk-board-age = Updated { $time }
kiosk-board-nobody = Nobody is waiting. You can be seen now
kiosk-board-free = No wait
kiosk-board-page = Page { $page } of { $pages }
kiosk-people-unit = waiting
kiosk-board-unit = {" "}waiting
kiosk-people = { $count } waiting
kiosk-range-within = within { $high } min
kiosk-within-minutes = within { $high } min
kiosk-range = { $low }–{ $high } min
kiosk-about-minutes = about { $low }–{ $high } min
kiosk-minutes-unit = minutes
kiosk-nobody-waits = No wait
kiosk-opens-at = Opens { $time }
kiosk-closed-today = Closed today
kiosk-way-appointment = I have an appointment
kiosk-way-appointment-second = Use your phone number, code or QR code
kiosk-way-appointment-how = {""}
kiosk-way-known = Been here before
kiosk-way-known-second = Find me by name or phone
kiosk-way-new = My first visit
kiosk-way-new-second = A few questions, about 1 minute
kiosk-emergency-signs = Chest pain, breathless, heavy bleeding:
kiosk-emergency-do = do not queue. Tell staff now.
kiosk-emergency-second = 胸痛、喘不上气、大出血：请马上告诉工作人员

## Name
kiosk-name-title = What is your name?
kiosk-name-title-behalf = What is the patient’s name?
kiosk-name-help = The name of the person who will see the doctor
kiosk-name-help-behalf = The name of your family member who will see the doctor
kiosk-name-hint = Use the keys below
kiosk-name-promise = It never appears on the big screen
kiosk-name-word = { $character } as in { $word }
kiosk-behalf = For a relative
kiosk-field-name = Name

## Sex, age
kiosk-about-title = Your sex and age, please
kiosk-about-title-behalf = The patient’s sex and age, please
kiosk-field-sex = Sex
kiosk-field-age-or-birth = Age or date of birth
kiosk-field-age = Age in years
kiosk-field-birth = Date of birth, eight digits: year, month, day
kiosk-sex-male = Male
kiosk-sex-female = Female
kiosk-sex-other = Other
kiosk-sex-unknown = Not recorded
kiosk-by-age = Age
kiosk-by-birth = Date of birth
kiosk-by-id = Use ID card
kiosk-age-shown = { $age } { $age ->
        [1] year
       *[other] years
    }
kiosk-age-hint = How old?
kiosk-age-help = For a baby under 1, type 0
kiosk-birth-shown = { $year } – { $month } – { $day }
kiosk-birth-hint = e.g. 19510312
kiosk-birth-help = Year, then month, then day: 8 digits
kiosk-id-title = What is the ID card number?
kiosk-id-help = Or place the ID card on the reader
kiosk-id-hint = 18 characters
kiosk-id-promise = Only to know who you are. It fills in sex and age
kiosk-field-id = Identity card number, 18 characters

## Phone
kiosk-phone-title = What is your phone number?
kiosk-phone-title-behalf = A phone number we can call
kiosk-phone-title-new = What is the new phone number?
kiosk-phone-hint = 11 digits
kiosk-phone-promise = Only to reach you about your visit
kiosk-phone-decline = No phone
kiosk-field-phone = Mobile number, 11 digits

## Keyboards
kiosk-keys-kind = Way of typing
kiosk-keys-writing = Keyboard
kiosk-keys-digits = Number keys
kiosk-key-pinyin = 拼音
kiosk-key-clear = Clear
kiosk-key-clear-all = Clear
kiosk-key-erase = Delete one character
kiosk-key-shift = Capital letter
kiosk-key-space = Space
kiosk-key-choose = Choose
kiosk-key-dot = Middle dot
kiosk-key-apostrophe = Apostrophe
kiosk-key-hyphen = Hyphen
kiosk-pinyin-help = Type pinyin, then touch the character
kiosk-pinyin-none = No such syllable. Please delete and type again
kiosk-key-hand = 手写
kiosk-write-help = Write one Chinese character, stroke by stroke
kiosk-write-pad = Writing area, { $count ->
    [one] { $count } stroke
   *[other] { $count } strokes
 } so far
kiosk-write-undo = Undo
kiosk-write-again = Restart
kiosk-write-erase = Delete
kiosk-write-slow = Still reading it. Your strokes are kept
kiosk-write-away = Cannot read it now. Your strokes are kept; or use 拼音
kiosk-write-none = Not recognised. Undo a stroke or restart
kiosk-candidates = Choose a character
kiosk-candidates-more = More characters
kiosk-candidates-next = Next ({ $page }/{ $pages })

## What to mend
kiosk-error-composing = The pinyin is not a character yet. Touch one above the keys
kiosk-error-strokes = No character is chosen yet. Touch one above the writing area
kiosk-error-name-empty = Please type the name first
kiosk-error-name-digits = There is a digit in the name. Please look again
kiosk-error-name-letters = There is no letter in the name. Please look again
kiosk-error-name-long = A name has at most 60 characters. Please look again
kiosk-error-sex-empty = Please touch one of these
kiosk-error-age-empty = Please type the age, or use the date of birth
kiosk-error-age-old = An age is at most { $most }. Please look again
kiosk-error-birth-empty = Please type the date of birth, 8 digits
kiosk-error-birth-length = It has 8 digits, now there are { $count }
kiosk-error-birth-none = There is no such day. Please check month and day
kiosk-error-birth-future = That day has not come yet. Please look again
kiosk-error-birth-old = The year is too early. Please look again
kiosk-error-phone-empty = Please type the number, or touch “No phone”
kiosk-error-find-phone-empty = Please enter the phone number
kiosk-error-phone-length = It has 11 digits, now there are { $count }
kiosk-error-phone-start = It begins with 13 to 19. Please look again
kiosk-error-id-empty = Please type the 18 characters
kiosk-error-id-length = It has 18 characters, now there are { $count }
kiosk-error-id-checksum = One digit does not fit. Please compare with the card
kiosk-error-where-empty = Please touch where it hurts, or write a line
kiosk-error-number-empty = Please type it, e.g. A024, or touch “call staff”
kiosk-error-number-letter = Please touch the letter of your number
kiosk-error-number-unknown = No number here begins with { $letter }. Please look again
kiosk-error-number-digits = Three or four digits follow the letter

## Where does it hurt
kiosk-where-title = Where does it hurt?
kiosk-where-help = Touch picture or words
kiosk-where-back = Back view
kiosk-where-front = Front view
kiosk-where-unsure = Hard to say
kiosk-where-how = { $region }: what is it like?
kiosk-where-several = Choose any
kiosk-where-empty = Please touch a place first. You may touch several
kiosk-chips-more = More
kiosk-chips-back = Back
kiosk-since = How long?
kiosk-since-today = Today
kiosk-since-days = 2–3 days
kiosk-since-week = A week
kiosk-since-month = A month +
kiosk-words-label = Anything else (you may skip this)
kiosk-words-label-short = Anything else?
kiosk-words-none = Touch to write
kiosk-words-title = Anything else for the doctor?
kiosk-words-help = You may skip this. Only those who treat you will read it
kiosk-words-hint = e.g. since dinner the day before yesterday
kiosk-words-done = Done
kiosk-field-words = What you want to tell the doctor

## Suggestion
kiosk-suggest-waiting = Choosing a department for you
kiosk-suggest-title = We suggest { $department }
kiosk-chosen = You chose: { $list }
kiosk-chosen-since = You chose: { $list }; { $since }
kiosk-why-title = Why { $department }
kiosk-why-transfer = If it does not fit, the doctor moves you to the right department; you need not register again.
kiosk-suggest-yes = Yes, { $department }
kiosk-suggest-instead = { $department } instead
kiosk-doctors-today =
    { $count ->
        [one] 1 doctor today
       *[other] { $count } doctors today
    }
kiosk-choose-other = Another department
kiosk-not-sure = Not sure? Ask a guide
kiosk-ask-title = Let a guide choose with you
kiosk-ask-why-title = Why a guide
kiosk-ask-why = Several departments may fit. With one or two questions a guide finds the right one.
kiosk-ask-why-wait = Please wait here. You need not type anything again.
kiosk-ask-guide = Call a guide
kiosk-ask-guide-second = A guide comes to you. Please stay here
kiosk-departments-title = Which department?
kiosk-departments-help = Touch one. If it is not the right one, the doctor transfers you
kiosk-departments-more = More ({ $page }/{ $pages })

## A long wait
kiosk-offer-title =
    The wait is { $low }–{ $high } minutes.
    What suits you?
kiosk-offer-help = { $department }: { $count } waiting
kiosk-offer-range = Between { $low } and { $high } minutes.
kiosk-offer-freely = Choose what suits you. It does not change your treatment.
kiosk-offer-wait = I will wait
kiosk-offer-wait-second = Take a seat and follow your place on your phone
kiosk-offer-doctor = See each doctor
kiosk-offer-doctor-second = How long each takes; you choose
kiosk-offer-other = Another department
kiosk-offer-other-second = See where fewer people wait
kiosk-offer-rebook = Come another time
kiosk-offer-rebook-second = Choose a time now and wait less then

## Read-back
kiosk-check-first = Let us check: the patient is
kiosk-check-title = { $name }. Is that right?
kiosk-label-name = Name
kiosk-label-sex = Sex
kiosk-label-age = Age
kiosk-label-phone = Phone
kiosk-born = Born { $date }
kiosk-born-month = Born { $month }
kiosk-phone-used = We call you if something changes
kiosk-phone-none = None
kiosk-phone-none-second = Please watch the screen and listen
kiosk-edit = Change
kiosk-edit-what = Change { $what }
kiosk-consent = Only those who treat you see this. The big screen shows your number only.
kiosk-consent-second = By touching the button below you agree to this use.
kiosk-agree = All right, my number please
kiosk-not-me = Not me, start again
kiosk-not-me-find = Not me, search again
kiosk-same-ask = Is it the same problem as last time?
kiosk-same-yes = Same problem, my number please
kiosk-same-yes-second = All right. Same department as last time
kiosk-same-no = No, something else
kiosk-same-department = I choose a department

## Finding
kiosk-find-ways = Search by
kiosk-find-by-phone = Phone
kiosk-find-by-id = ID card
kiosk-find-by-name = Name
kiosk-find-by-code = Code
kiosk-find-title-phone = Your phone number?
kiosk-find-title-id = Your ID card number?
kiosk-find-title-name = The patient’s name?
kiosk-find-promise = Only to find your file. Nobody else sees it
kiosk-find-do = Search
kiosk-find-waiting = Searching, please wait
kiosk-find-birth-title = The patient’s date of birth?
kiosk-find-birth-help = Some people share a name; the date tells them apart
kiosk-choose-person-title = Who is it?
kiosk-choose-person-help = Names are shown in part only, for privacy
kiosk-choose-person-none = None of these, register as new
kiosk-not-found-known = We found no file for you
kiosk-not-found-known-help = Perhaps the phone number has changed, or the name was written differently
kiosk-find-other = Search another way
kiosk-find-other-phone = By name, or another phone number
kiosk-find-other-name = By phone number or ID card
kiosk-find-other-id = By phone number or name
kiosk-register-new = Register as a first visit
kiosk-register-new-second = You will be seen all the same
kiosk-find-help = Ask staff to search
kiosk-find-help-second = A guide comes to you. Please stay here

## The number
kiosk-sending-title = Getting your number
kiosk-waiting-received = What you entered is kept. Please stay here
kiosk-waiting-slow = A little slower than usual. What you entered is kept
kiosk-stuck-title = Not ready yet, please wait a little
kiosk-stuck-help = What you typed is still here. Or go to the desk: staff give you a number at once
kiosk-stuck-retry = Try again
kiosk-stuck-retry-second = You will not get two numbers
kiosk-stuck-guide = Call a guide
kiosk-stuck-home = Stop and clear what I typed
kiosk-ticket-title = Done. This is your number
kiosk-ticket-help = When the screen or the voice calls it, please go in
kiosk-ticket-go = Please wait here
kiosk-ticket-ahead = Ahead of you
kiosk-ticket-next = You are next
kiosk-ticket-returning = { $count } with results
kiosk-ticket-wait = About
kiosk-ticket-soon = Very soon
kiosk-ticket-expected = Your turn is about { $from } to { $to }
kiosk-ticket-done = Done
kiosk-ticket-left = Closes in { $seconds } s
kiosk-ticket-noted = I noted it
kiosk-scan = Scan with your phone
kiosk-scan-second = and follow your place
kiosk-scan-save = Scan to keep your number
kiosk-scan-save-second = or photograph this screen
kiosk-scan-alt = QR code: follow your place on your phone
kiosk-worse-first = If you feel worse,
kiosk-worse-second = tell staff at once.
kiosk-worse-third = Do not wait to be called.
kiosk-no-paper-told = Staff have been told.
kiosk-no-paper-desk = The desk can print it for you.
kiosk-companion-one = One companion may come along
kiosk-companion-none = Companions please wait in the hall
kiosk-print-now = Printing your slip
kiosk-print-sent = Slip sent to the printer
kiosk-print-done = Printed. Please take it
kiosk-print-slot = Take it from the slot below
kiosk-print-moved = Take it at { $place }
kiosk-print-trouble = No slip for now
kiosk-print-trouble-second = We call you all the same
kiosk-print-there = Printing elsewhere
kiosk-print-done-there = Printed elsewhere
kiosk-held-title = You have a number today
kiosk-held-title-help = Touch your number to print its slip again. It says COPY
kiosk-held-print = Taken at { $time }. Touch to print again
kiosk-held-often = Taken at { $time }. For a slip, see the desk
kiosk-held-over = This number is no longer in use
kiosk-held-over-help = To see a doctor, take a new number or ask for help
kiosk-held-other = Take another number
kiosk-held-home = First page

## Danger
kiosk-red-sit = Please sit down.
kiosk-red-staff = Staff are coming now.
kiosk-red-now = This needs help at once. Do not queue.
kiosk-red-call = If someone is near you, call out for help.
kiosk-red-both-first = Please sit down. Staff are coming to you now.
kiosk-red-both-untold = Please sit down and call out for help.
kiosk-red-shout-title = Please call for help.
kiosk-red-both-second = You do not need to queue.
kiosk-red-telling = Telling the guide
kiosk-red-told = Guide and triage doctor told
kiosk-red-untold = Not delivered yet, sending again
kiosk-red-shout = Please call out, or go to the desk
kiosk-red-coming = Staff are on their way
kiosk-red-stay = Please stay here
kiosk-red-mistake = I am fine, a mistake
kiosk-red-mistake-second = A guide will still come to see you
kiosk-worse-bleeding = heavy bleeding that does not stop
kiosk-worse-title = What is happening now?
kiosk-worse-help = Touch one: staff come at once, number or not
kiosk-worse-other = None of these, but I feel worse
kiosk-worse-holder = I have a number and feel worse
kiosk-worse-holder-second = Tell us the number, we look again at once
kiosk-worse-number-title = What is your number?
kiosk-worse-number-label = Your number, one letter and three or four digits
kiosk-worse-number-hint = e.g. A024
kiosk-worse-number-help = Letter first, then digits, as on your slip or phone
kiosk-worse-letters = The letter of your number
kiosk-worse-number-skip = Forgot it, call staff
kiosk-worse-signs-help = Number { $number }. Touch one: staff come at once
kiosk-worse-words = Something else
kiosk-worse-words-second = Write a line, and a guide comes at once
kiosk-worse-words-title = What feels worse?
kiosk-worse-words-help = Optional. Only those who treat you read it
kiosk-worse-words-hint = e.g. very dizzy, cannot stand
kiosk-worse-words-done = Done, send a guide
kiosk-worse-told = A guide is coming now
kiosk-worse-told-second = Your number { $number } stays valid. Please stay here

## Help
kiosk-help-sending = Calling a guide
kiosk-help-sending-second = One moment, please
kiosk-help-failed = Not delivered yet, trying again
kiosk-help-failed-second = If it is urgent, please go to the desk
kiosk-help-called = A guide has been called
kiosk-help-called-second = The guide walks over to you. Please stay here
kiosk-help-coming = A guide is on the way
kiosk-help-done = The guide has been here
kiosk-help-done-second = You can call again at any time
kiosk-help-since = Waiting for
kiosk-help-close = OK, I go on

## Idle
kiosk-idle-title = Do you need more time?
kiosk-idle-left = In { $seconds } s we clear what you typed, for your privacy
kiosk-idle-stay = I am here, go on
kiosk-idle-clear = No, clear it now

## Offline, closed
kiosk-desk = The desk is in this hall
kiosk-offline-title = This kiosk is paused
kiosk-offline-go = Please go to the guide’s desk.
kiosk-offline-valid = Numbers already taken stay valid.
kiosk-offline-back = Reconnecting by itself
kiosk-closed-title = No more numbers today
kiosk-closed-today-from = Numbers from { $time } today.
kiosk-closed-tomorrow = From { $time } tomorrow.
kiosk-closed-on = From { $time } on { $day }.
kiosk-closed-later = Please ask the desk when we open.
kiosk-closed-valid = Numbers already taken stay valid.

# Choosing a doctor
kiosk-suggest-doctor = Choose a doctor
kiosk-suggest-doctor-second = Dr { $name } treats { $what }
kiosk-doctors-title = Which doctor?
kiosk-doctors-help = { $department }; waiting for one doctor may take longer
kiosk-doctors-any = Any doctor
kiosk-doctors-any-second = The first room that is free
kiosk-doctors-more = More doctors ({ $page }/{ $pages })
kiosk-doctor-fits = Treats { $what }, as you described
kiosk-doctor-known-for = { $what }
kiosk-doctor-no-figure = Cannot say now
