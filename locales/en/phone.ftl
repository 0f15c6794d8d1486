# The waiting page on a patient's own phone

phone-page-title = { $number } waiting
phone-page-title-called = { $number } please go in
phone-page-title-plain = My number

phone-announce-waiting = { $number }, { $ahead } ahead of you
phone-announce-called = Number { $number }, please go to { $room }

phone-waiting-title = Please wait a little longer
phone-waiting-lead = This page turns yellow when it is your turn
phone-next-title = Almost your turn
phone-next-lead = Please be in the waiting area and listen
phone-ahead = Ahead of you
phone-ahead-unit =
    { $ahead ->
        [one] person
       *[other] people
    }
phone-ahead-none = You are next
phone-range = About
phone-range-unit = min
phone-range-soon = within { $high } min
phone-range-none = Listen for your number
phone-dots-room = In the room
phone-dots-you = You
phone-dots-label = One person in the room, { $ahead } ahead of you, then you
phone-place-lead = Listen for your number
phone-reading = While you wait: before your visit
phone-reading-title = Before your visit
phone-taken = Taken { $time }

phone-called-title = It is your turn
phone-called-again = Call { $attempt }: it is your turn
phone-called-go = Please go to
phone-called-away = If you have walked away, please come back soon.
phone-called-missed = Missed it? Sign in at the desk, we will fit you in.
phone-called-was = You were called at { $time }

phone-in-room-title = You are with the doctor
phone-in-room-lead = Afterwards please follow the doctor’s advice
phone-out-title = Come back after your tests
phone-out-lead = Sign in at the desk with the results, you go back in with priority
phone-missed-title = We called you a moment ago
phone-missed-strip = Missed call · no need to worry
phone-missed-how = Sign in at the desk, we will fit you in
phone-missed-at = Called at { $time }
phone-finished-title = You are done for today
phone-finished-lead = For medicine and payment follow the doctor’s advice. Get well soon
phone-cancelled-title = This number has been cancelled
phone-cancelled-lead = To see a doctor after all, take a new number at the kiosk or the desk
phone-transferred-title = You now see another department
phone-transferred-lead = Your new number is on the slip from the desk. Please wait for that one
phone-transferred-open = See number { $number }
phone-expired-title = This number has expired
phone-expired-lead = A number counts for one day. Please take a new one at the kiosk or the desk
phone-urgent-title = Please sit down, no need to queue
phone-urgent-coming = Staff are coming to you
phone-urgent-lead = What you told us needs care now. Ask people beside you to call for help.
phone-urgent-told = The guide and the triage doctor know
phone-urgent-stay = Please stay where you are
phone-unknown-title = This number could not be found
phone-unknown-lead = Please scan the code on the slip or the kiosk again. If that does not work, show your slip at the desk.
phone-offline-lead = Please listen, watch the screen, or ask staff
phone-offline-speak = Please speak to staff
phone-first-loading = Opening your number
phone-first-offline = Not connected yet, trying again. Please listen, watch the screen, or ask staff.

phone-worse = I feel worse
phone-worse-title = What has become worse?
phone-worse-lead = Tap or write a few words. Staff know at once.
phone-worse-aloud = If you cannot hold on, call out to people near you
phone-worse-text = Anything to add (optional)
phone-worse-send = Tell staff now
phone-worse-sending = Telling staff
phone-worse-told = Staff have been told
phone-worse-told-lead = Somebody comes to look after you. Please stay in the waiting area. You keep your number and place.
phone-worse-chip-chest = Chest pain or tightness
phone-worse-chip-breath = Hard to breathe
phone-worse-chip-faint = About to faint
phone-worse-chip-blood = Heavy bleeding
phone-worse-chip-speech = Slurred speech or weak on one side
phone-worse-chip-pain = Unbearable pain
phone-worse-chip-fever = Higher fever
phone-worse-chip-allergy = Rash or tight throat

phone-leave = Rebook / leave
phone-leave-title = What would you like to do?
phone-leave-wait = Keep waiting
phone-leave-wait-second = Your number and place stay
phone-leave-time = Come another time
phone-leave-time-second = Choose a time and wait less then
phone-leave-time-lead = Once it is booked, this number is no longer called
phone-leave-time-do = Book { $date }, { $time }
phone-leave-time-none = None suits me, call me instead
phone-leave-rebook = Leave a phone number to rebook
phone-leave-rebook-second = We call you to find another time
phone-leave-go = Leave now
phone-leave-go-second = Cancels this number
phone-leave-sure = Do you really want to leave?
phone-leave-sure-lead = { $number } will not be called any more. Coming back needs a new number.
phone-leave-sure-yes = Cancel { $number }
phone-leave-sure-no = Keep waiting
phone-leave-contact = Your phone number
phone-leave-contact-help = Used only to arrange a time with you
phone-leave-contact-problem = A phone number has 7 to 15 digits, please check
phone-leave-contact-send = Ask staff to call me
phone-leave-sending = One moment
phone-leave-done = Done
phone-leave-rebooked = Staff have been told and will call you. You keep your number until then

phone-help = I need help
phone-help-sending = Calling staff
phone-help-told = Staff are on their way, please stay where you are
phone-help-again = Staff are already on their way
phone-not-sent = That did not go through. Please tap again or speak to staff

# Earlier than the booked time
phone-early-title = Your appointment is at { $time }
phone-early-lead = You are early, please take a seat. This page turns yellow when it is your turn
phone-early-booked = Booked for
phone-early-called = Called about
phone-early-sooner = Sooner if nobody else is waiting, so please stay near
