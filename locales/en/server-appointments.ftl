# Appointments: refusals, reminders, the calendar entry

error-slot-taken = Somebody has just taken this time. Please choose one of these.
error-slot-not-open = This time cannot be booked. Please choose one of these.
error-not-on-grid = Appointments begin every { $minutes } minutes, such as 9:00 or 9:15.
error-units-range = An appointment takes from 1 to { $limit } units of 15 minutes.
error-no-such-doctor = There is no such doctor in this department. Please choose another.
error-booking-barred = Several appointments were missed. Booking is open again on { $date }; staff can help before that.
error-too-many-booked = Under this phone number { $limit } appointments are booked already. Please keep or cancel one first.
error-walk-in-only = This department takes patients as they come. Please come and take a number.
error-booking-danger = This may not be able to wait. Please ring 120, or come to the emergency department at once.
error-too-many-requests = That was a lot at once. Please try again in { $seconds } seconds.
error-booking-closed = Booking online is not open. Please ring us or come to the desk.
error-find-by-code-or-phone = Please search by either the code or the phone number.
error-appointment-other-day = This appointment is on { $date } at { $time }.
error-appointment-over = The day of this appointment has passed. Please take a new number or book another time.
error-appointment-other-person = This appointment is for somebody else. Please come to the desk with it.
error-reminder-done = The answer to this reminder is written down already.
error-doctor-not-told = First the doctor is told, then a supervisor arranges.
error-conflict-settled = This has been settled already.
error-patient-is-here = The patient is here already. Please let a doctor take over now, and write down what was arranged.
error-end-before-begin = The end comes before the beginning.
error-span-needs-both = Please give both the beginning and the end.
error-extra-needs-hours = An extra session needs its hours.
error-span-too-long = At most { $limit } days at once.
error-date-past = This day has passed.
error-exception-withdrawn = This exception was withdrawn already.
error-callback-done = This call-back has been dealt with.

appointment-reminder = { $clinic }: you have an appointment on { $date } at { $time } with { $doctor }, about { $minutes } minutes. If you cannot come, please ring us. Code { $code }.
appointment-reminder-title = Appointment tomorrow

calendar-summary = { $clinic }: { $department }
calendar-description = With { $doctor }, about { $minutes } minutes. Code { $code }. If you cannot come, please let us know in time.
calendar-alarm = Tomorrow: { $clinic }, { $department }

# Heads of the daily count (R67)
count-date = Date
count-department = Department
count-doctor-number = Staff number
count-doctor = Doctor
count-channel = Booked by
count-total = Appointments
count-kept = Came
count-missed = Missed
count-cancelled = Cancelled
count-open = Still to come
count-channel-desk = Desk
count-channel-phone = Telephone
count-channel-kiosk = Kiosk
count-channel-web = Online

# The slip of an appointment (R65): every line is printed in both languages
appointment-slip-title = Appointment
appointment-slip-day = { $weekday } { $day } { $month }
appointment-slip-doctor = { $name } { $title }
appointment-slip-code = Booking code
appointment-slip-scan = Scan to see, change or cancel it
appointment-slip-bring = Please bring your ID or insurance card, and earlier results.
appointment-slip-early = Please come { $minutes } minutes early and check in at the kiosk with this code.
appointment-slip-change = If you cannot come, please change or cancel it in good time.
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
error-no-printer = There is no printer here. Please write the code down for the patient.
