# Booking online, and the page of each appointment. No name stands on these pages.

booking-page-title = Book an appointment
booking-page-title-own = My appointment
booking-loading = Opening, one moment
booking-trouble = Not connected yet, trying again
booking-not-sent = That did not go through. What you typed is still here, please tap again
booking-comma = {", "}
booking-when = { $date }, { $time }
booking-where = { $department }, { $doctor }
booking-doctor = { $name }, { $title }
booking-minutes = about { $minutes } min

booking-closed-title = Online booking is closed
booking-closed-lead = Please book at the hospital’s kiosk or desk, or come and take a number.
booking-danger = Chest pain, hard to breathe, heavy bleeding, sudden slurred speech
booking-danger-go = Do not book. Call 120 or go to the emergency room now

## Department, doctor, time
booking-department-title = Which department?
booking-department-lead = If it is not the right one, the doctor transfers you
booking-doctor-title = Which doctor?
booking-doctor-any = Any doctor
booking-doctor-any-second = The soonest time
booking-sex-male = male
booking-sex-female = female
booking-sex-other = doctor
booking-times-title = Which time suits you?
booking-parts = Time of day
booking-part-all = Any
booking-part-morning = Morning
booking-part-afternoon = Afternoon
booking-more = Later days
booking-more-busy = Looking
booking-no-more = There are no later times to book
booking-no-times = No time is free soon. Try another time of day or another doctor.
booking-any-doctor = See other doctors

## Who comes
booking-details-title = Your name and phone number
booking-name = Name of the patient
booking-name-help = Who will see the doctor. It never appears on the big screen
booking-phone = Phone number
booking-phone-help = For changes, and to check in when you come
booking-consent = The hospital may use my name and phone number to arrange this visit and remind me. Only those who treat me see them
booking-send = Book this time
booking-sending = One moment
booking-problem-name-empty = Please type the name of the patient
booking-problem-name = A name has letters and no digits, please check
booking-problem-name-long = A name has at most 60 letters, please check
booking-problem-phone-empty = Please type your phone number
booking-problem-phone = A phone number has 7 to 15 digits, please check
booking-problem-consent = Please tick the box to agree

## One appointment
booking-booked-title = You are booked
booking-booked-lead = Keep the address of this page, or take a screenshot
booking-changed-title = Your time has changed
booking-changed-lead = Please come at the new time. The old one is no longer kept
booking-expected-title = Your appointment
booking-expected-lead = Please come 10 minutes early and scan the code at the kiosk
booking-today-title = Your visit is today
booking-today-lead = Please come 10 minutes early and scan the code at the kiosk
booking-late-title = The time has passed
booking-late-lead = You can still be seen today: check in at the kiosk, we call you in turn
booking-checked-in-title = You have checked in
booking-checked-in-lead = Please wait for the number on your slip
booking-done-title = This visit is done
booking-done-lead = For medicine and payment follow the doctor’s advice. Get well soon
booking-past-title = This appointment is over
booking-past-lead = You can book another time, or come and take a number
booking-cancelled-title = This appointment is cancelled
booking-cancelled-lead = If you need to see a doctor, please choose another time
booking-unknown-title = We could not find this appointment
booking-unknown-lead = Please check the address, or scan the code of your appointment again. The desk can look it up by your code.
booking-busy-title = Please look again in a moment
booking-calendar = Add to calendar
booking-qr = QR code for checking in
booking-code = Appointment code
booking-code-how = Scan this at the kiosk when you come, or type the code
booking-address = The address of this page
booking-copy = Copy the address
booking-copied = Address copied
booking-copy-by-hand = Please press and hold the address to copy it
booking-new = Book a time
booking-next-title = Would another time suit you?
booking-next-other = Other times

## Changing, cancelling
booking-change = Change time
booking-change-title = Another time
booking-change-now = Now: { $date }, { $time }, { $doctor }
booking-change-do = Change to { $date }, { $time }
booking-cancel = Cancel
booking-cancel-title = Cancel this appointment?
booking-cancel-rather = Change the time instead
booking-cancel-do = Cancel it
booking-cancel-keep = Keep it
booking-reason = Please choose a reason
booking-reason-missing = Please choose a reason first
booking-reason-work = Work
booking-reason-family = Family
booking-reason-road = Cannot get there in time
booking-reason-sooner = I need to come sooner
booking-reason-well = I am well again
booking-reason-elsewhere = Seen elsewhere
booking-reason-other = Another reason
