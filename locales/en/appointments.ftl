# Appointments at the kiosk: checking in, finding a time.

## Finding the appointment
kiosk-appointment-title-phone = Your phone number, please
kiosk-appointment-title-code = Your appointment code?
kiosk-appointment-scan = Or hold the QR code of your appointment to the scanner
kiosk-code-hint = 8 letters and digits
kiosk-keys-code = Keys of the appointment code
kiosk-error-code-empty = Please type the code, 8 letters and digits
kiosk-error-code-length = A code has { $length } signs, this one has { $count }. Please check
kiosk-error-appointment-phone-empty = Please type the phone number, or use the code
kiosk-appointment-choose = Which appointment is it?
kiosk-not-mine = Not mine, search again
kiosk-not-found-appointment = We found no appointment today
kiosk-not-found-appointment-help = It may be on another day, or under another phone number
kiosk-appointment-other-phone = With the 8-sign code
kiosk-appointment-other-code = With the phone number you booked with
kiosk-walk-in = Take a number today
kiosk-walk-in-second = No appointment needed, in order of arrival

## One appointment
kiosk-appointment-when = { $date }, { $time }
kiosk-appointment-where = { $department }, { $doctor }
kiosk-doctor = { $name }, { $title }
kiosk-part-night = night
kiosk-part-morning = morning
kiosk-part-afternoon = afternoon
kiosk-part-evening = evening
kiosk-label-department = With

## Checking in
kiosk-check-in-title = Is this your appointment?
kiosk-check-in-do = Yes, check me in
kiosk-arrival-early = You are early. Your time is { $time }
kiosk-arrival-early-second = Check in and take a seat: we call you at your time
kiosk-arrival-on-time = Right on time for { $time }
kiosk-arrival-on-time-second = Check in: appointments are called first
kiosk-arrival-late = Your time, { $time }, has passed
kiosk-arrival-late-second = No worry: we call you in turn with those who came without one
kiosk-ticket-early = You are early. Please take a seat
kiosk-ticket-booked = Your appointment
kiosk-ticket-booked-call = We call you at your time
kiosk-ticket-booked-sooner = or sooner if nobody else waits
kiosk-ticket-on-time = Your time is { $time }. Please listen for the call
kiosk-ticket-late = It is past { $time }: we call you in turn

## No signing in now
kiosk-appointment-other-day = Your appointment is not today
kiosk-appointment-other-day-help = Please come on { $date } at { $time }, or take a number today
kiosk-appointment-over = The day of this appointment is over
kiosk-appointment-over-help = It was on { $date } at { $time }. You can take a number today
kiosk-appointment-cancelled = This appointment was cancelled
kiosk-appointment-cancelled-help = It was on { $date } at { $time }. You can take a number today
kiosk-appointment-checked-in = You have checked in already
kiosk-appointment-checked-in-help = No new number needed. Please listen for your call
kiosk-appointment-other-person = This appointment is for somebody else
kiosk-appointment-other-person-help = Please ask staff to look, or take a number today
kiosk-appointment-number = Show my number again
kiosk-appointment-number-second = It is still the same number
kiosk-appointment-staff = Ask staff to look
kiosk-appointment-staff-change = Ask staff to change the time

## Booking
kiosk-sub-booking = Booking a time
kiosk-book = Book a time now
kiosk-book-second = Choose a time and come back then
kiosk-book-now = No appointment? Book one
kiosk-book-departments = Which department?
kiosk-times-title = Which time suits you?
kiosk-times-help = { $department }. Touch a time
kiosk-times-parts = Time of day
kiosk-times-all = Any
kiosk-times-morning = Morning
kiosk-times-afternoon = Afternoon
kiosk-times-waiting = Looking for free times
kiosk-times-taken = This time has just been taken. Please choose another
kiosk-times-ended = There are no later times to book
kiosk-times-later = Later days
kiosk-times-first = The soonest again
kiosk-times-none = No time is free soon. Try another time of day or another department.
kiosk-time-second = { $doctor }, about { $minutes } min
kiosk-time-from = From { $time }, about { $minutes } min
kiosk-label-when = Time
kiosk-book-check = Let us check: is this right?
kiosk-book-agree = All right, book it
kiosk-book-sending = Booking your time
kiosk-book-stopped = We cannot book a time here
kiosk-book-leave = Stop, back to the start
kiosk-booked-title = You are booked
kiosk-booked-help = Come 10 minutes early and check in at the kiosk
kiosk-booked-code = Appointment code
kiosk-booked-scan = Scan to keep it on your phone, where you can also change or cancel it.
kiosk-booked-scan-alt = QR code: opens this appointment on your phone
kiosk-booked-paper = There is no printer here
kiosk-booked-paper-second = Scan, or take a picture
kiosk-stuck-title-booking = Not booked yet, please wait a little
kiosk-stuck-help-booking = What you typed is still here. Or go to the desk: staff book it for you
kiosk-stuck-retry-second-booking = You will not get two times
kiosk-stuck-home-booking = Stop and clear what I typed

## 读码 / Readers
kiosk-misread = This code was not understood
kiosk-misread-second = Scan a booking code, lay the ID card flat and try again, or type on the screen
kiosk-own-page = Change or cancel
kiosk-own-page-second = Scan with your phone and do it yourself, or press the button below
