# The pack for an outage: printed beforehand, kept in a drawer of the desk (R105). Printed in Chinese and English.

pack-title = Pack for when the system is down
pack-lead = With these paper tickets and forms the hospital goes on seeing patients without the system.
pack-code = Pack
pack-made = Printed
pack-good-always = Good on any day
# $day: the only day on which it is good
pack-good-on = Good on { $day } only
pack-inside = What is inside
pack-column-department = Department
pack-column-numbers = Paper tickets
pack-column-place = Where to wait
pack-check-title = Monthly check
pack-check-lead = No number used, paper sound, departments and places unchanged. Otherwise print a new pack and throw this one away.
pack-check-date = Date
pack-check-name = Signed
# $page, $pages: the page and how many there are
pack-page = Page { $page } of { $pages }

pack-ticket-mark = Paper ticket
pack-ticket-place = Please wait: { $place }
pack-ticket-arrived = Arrived
pack-ticket-date = Date
pack-ticket-keep = Keep this. You are called by this number.
pack-ticket-worse = Feeling worse? Tell staff at once.
pack-ticket-scan = For staff

pack-form-title = Form for an outage
pack-form-danger = Danger signs: with any of them no queueing. Take the patient in and call a doctor (what to do: see “Danger signs”)
pack-form-date = Date
pack-form-number = Number
pack-form-arrived = Arrived
pack-form-name = Name
pack-form-sex = Sex
pack-form-sexes = □M □F
pack-form-age = Age or birth date
pack-form-phone = Phone (optional)
pack-form-complaint = What is wrong
pack-form-urgency = Urgency
pack-form-levels = □1 □2 □3 □4
pack-form-consent = Agrees
pack-form-called = Called
pack-form-room = Room
pack-form-finished = Left
pack-form-left = Unseen
pack-form-box = □
pack-form-help = Times by the 24-hour clock. Urgency: 1 critical, 2 severe (no queueing), 3 urgent, 4 not urgent. Left without being seen: tick Unseen, write the time under Left.

pack-guide-title = What to do while the system is down
pack-guide-start-title = 1. At the beginning
pack-guide-start-1 = Note the time. Tell the supervisor and the IT desk. Screens may show an old picture: cover them or switch them off.
pack-guide-start-2 = Each desk takes the tickets and forms of its departments. Electronic numbers already taken stay valid.
pack-guide-start-3 = First make a list: which electronic numbers wait now and who is in which room. Copy the tablet’s last picture, or ask the rooms.
pack-guide-register-title = 2. Registering
pack-guide-register-1 = Look at the patient first: with any danger sign at the foot of the form nobody queues. Take them in and call a doctor.
pack-guide-register-2 = Hand out numbers in order and skip none. Write the time of arrival on the ticket; on the same line of the form write time, name, sex, age and what is wrong, and tick the urgency.
pack-guide-register-3 = Ask first: “May we write this down?” and tick Agrees. A phone number may be declined.
pack-guide-next-title = 3. Who is next
pack-guide-next-1 = Electronic numbers that waited before the outage first, then paper tickets; each in the order of arrival.
pack-guide-next-2 = Level 3 before level 4. Appointments at their booked time. Who is back with results goes in after every second first visit.
# $age: the age from which somebody goes ahead
pack-guide-next-3 = Aged { $age } or older, serving military and fire-rescue with papers: after every second first visit.
pack-guide-next-4 = Nobody is called before the last patient has left the room. Call the number, never the name, in the waiting area, three times. Nobody came: note “missed” and call the one after.
pack-guide-next-5 = At the call write its time and the room on the form; when the patient goes, write the time under Left.
# $minutes: 20
pack-guide-wait-title = 4. Waiting for { $minutes } minutes
pack-guide-wait-1 = Go through the forms every { $minutes } minutes. Who has waited { $minutes } minutes is told in person: “I am sorry that you had to wait.” Say why and how many are ahead, offer water; and again after each further { $minutes } minutes.
# $minutes: 3
pack-guide-wait-2 = If you cannot go yourself, ask the supervisor within { $minutes } minutes.
pack-guide-wait-3 = Look again while you are there: who feels worse is treated by the danger signs.
pack-guide-back-title = 5. When the system is back
pack-guide-back-1 = Enter those who still wait first: they join the queue by their arrival at once, and are called by the number on the paper. Then enter those who were seen or left.
pack-guide-back-2 = On the tablet: Patients, then Enter paper tickets. Give the time of the outage, then line by line: scan the code or type the number, and take the times from the form.
pack-guide-back-3 = Who has waited { $minutes } minutes or more becomes an apology on the tablet at once. That is true: please go.
pack-guide-back-4 = Hand out no paper ticket until all are entered. The forms hold names and complaints: give them to the supervisor, to be kept or destroyed like records.
pack-guide-back-5 = Tickets that are left go back into the drawer and stay good. Fewer than half left: print a new pack.

pack-flags-title = Danger signs: what to do
pack-flags-lead = With any of them: no queueing, stay with the patient, act at once, register later.
pack-flags-sign = Danger sign
pack-flags-do = At once
