# Paper tickets of an outage, and entering them afterwards (R105).

error-paper-format = Scan the code on the paper ticket, or type its letter and four figures, such as A9001.
error-paper-not-of-paper = Paper tickets have the numbers { $first } to { $last }. This one is the system’s own and needs no entering.
error-paper-unknown = No paper ticket { $number } was ever printed. Please look at the number again.
error-paper-entered = { $number } has been entered already. Please look at the number again.
error-paper-no-department = The department of { $number } is no longer in use. Use “Register” for a new number.
error-paper-time = Write a time of the 24-hour clock, such as 8:41.
error-paper-day = Write a date such as 2026-11-23.
error-paper-day-past = That day is over. Give today or a later day.
error-paper-future = That time has not come yet. Please look again.
error-paper-outside-outage = Outside the outage, { $start }–{ $end }. Correct the time or the outage.
error-paper-which-day = The outage held this time on more than one day. Please choose the day.
error-paper-before-pack = This ticket was printed on { $made } only. Please look at the time again.
error-paper-other-day = This pack is good on { $day } only. Please look again.
error-paper-time-order = This must be after { $earlier } and not later than now.
error-paper-waiting-yesterday = This patient came the day before: choose “Seen” or “Left unseen”.
error-paper-room = This room belongs to another department. Please choose again.
error-paper-consent = Say that the patient agreed to being registered. If it is not ticked on paper, ask first.
error-paper-moved-on = { $number } was called or changed after it was entered and cannot be taken back. Use the patient’s page.
error-paper-tickets-range = 1 to { $limit } tickets for each department.
error-paper-departments = There is no department { $unknown }. Known are { $known }.
error-outage-order = The end must be later than the beginning.
error-outage-future = That outage is not over yet. Please look at days and times again.
error-outage-long = That would be longer than 7 days. Please look at the days again.
error-outage-overlaps = An outage at that time is noted already. Correct the times of that one.
