/** What calls about elections claim, by the concepts that a retelling has. `readClaims` reads it; a slug may have several lines. */
export const CLAIMS = `
poll-moved-turnout: turnout=3 place / moved oddeven=-3 twodays=-3
poll-moved-turnout: turnout=3 moved=1 / place oddeven=-3 twodays=-3
poll-moved-flood: flood=4 vote|place|moved=1 / moved
poll-moved-fire: fire=3 place|moved=1 / moved place firehall=-3
poll-moved-power: power=3 vote|place|moved=1 / moved place
poll-moved-gas: gas=4 vote|place|moved=1 / moved
poll-moved-works: works=3 place|moved=1 / moved place
poll-moved-staff: staff=4 vote|place|moved|hours=1 / moved hours cardnew
poll-moved-security: security=4 vote|place=1 / moved
poll-moved-virus: virus=4 vote|place=1 / moved vaccine=-4
poll-moved-weather: weather=3 place|moved=1 / moved place
poll-moved-road: road=3 place|moved=1 / moved place
poll-moved-boundary: boundary=4 vote|place|moved|card=1 / moved
poll-moved-card-error: carderror=4 vote|place=1 / collector=-2 / moved
poll-moved-strike: strike=3 place|moved=1 / moved place
poll-moved-tech: tech=3 vote|moved=1 / place
vote-postponed-weather: postponed=3 weather=4 vote=1
vote-postponed-tech: postponed=3 tech=4 vote=1
vote-postponed-virus: postponed=3 virus=4 vote=1
vote-postponed-power: postponed=3 power=4 vote=1
vote-postponed-security: postponed=3 security=4 vote=1
vote-postponed-strike: postponed=3 strike=4 vote=1
vote-postponed-died: postponed=3 died=4 vote=1
vote-postponed: postponed=3 vote=1 / weekday moved=-1 oddeven=-3 twodays=-3 shortage=-2
election-cancelled: elecoff=4 / advance=-5 registr=-4 cand=-2
poll-closes-early: hours=3 vote|place=1
poll-opens-late: opens=3 vote|place=1
vote-day-split: oddeven=3 weekday|twodays=2 / twodays bynames=-3
vote-day-split: twodays=3 vote|oddeven / twodays bynames=-3
vote-day-by-name: bynames=3 weekday|twodays vote=1 / twodays textvote=-4 photo=-3
vote-day-by-party: byparty=3 weekday vote=1
vote-by-phone: phonevote=4 / press recorded cand askvote=-2 recount=-4 lostbox=-4
vote-by-phone: press=2 recorded=2 / cand phone
vote-by-text: textvote=5 / voteagain maiden workvote=-3 photo=-3 prize=-4
vote-online: onlinevote=4 / registr=-1
vote-by-app: app=4 vote=1
vote-by-qr: qr=5 vote=1
vote-by-mail-only: mail=3 only=2 vote=0
mail-ballot-rejected: mail=3 rejected|mailproblem=2 vote=0
mail-ballot-recall: mail=3 misprint|destroy=3 vote=0
mail-ballot-debt: mail=3 debt|police=3 vote=0
ballot-pickup: pickup=4 vote=0
vote-by-proxy: proxy=4 vote=0 / seniors
one-vote-per-household: household=4 vote=0
immigration-threat: immig=3 cannot|threat=2 vote=0 / passport=-2 native=-4 birthcert=-3
immigration-threat: immig=3 police|threat=3
immigration-threat: immig=3 vote=0 / native=-4 birthcert=-3
record-cannot-vote: crime=3 cannot
students-cannot-vote: student=3 threat|benefits=2 vote=0 / benefits mail=-1 debt=-4
students-cannot-vote: student=3 cannot|studenthome=2 / studenthome fine=-3 immig=-3 mail=-1
renters-cannot-vote: renter=3 cannot / landlord
renters-cannot-vote: renter=2 landlord=2 / vote studenthome=-1
landlord-threat: landlord=4 vote=0 / threat
debt-cannot-vote: debt=3 cannot=3 vote=0 / mail=-2 tax check=-3
tax-threat: tax=3 threat|cannot=2 vote=0 / goal=-4 donat=-4 debt=-3
benefits-threat: benefits=3 threat|cannot vote=0 / pensioncut=-4
voting-rebate: rebate=4 vote=0 / personal donat=-4
voting-rebate: sell=2 personal=3
voting-rebate: personal=2 pay=1 vote=0 / knew=-2 card=-2 registr=-2 donat=-4 goal=-4
language-cannot-vote: language=3 vote=0 / cannot
native-cannot-vote: native=4 vote=0 / cannot
old-cannot-vote: old=4 vote=0 / cannot
inactive-cannot-vote: inactive=3 cannot|cancelled=2
abroad-cannot-vote: abroad=3 cannot / passport=-4
vaccine-required: vaccine=4 vote=0 / cannot
vote-at-work: workvote=5 vote=0
employer-threat: employer=3 threat|secrecy|askvote|whovote vote=0
id-passport: passport=4 / photoid vote address
id-required: photoid=3 vote|cannot=1 / address=-1 card=0
id-birth-certificate: birthcert=4 / vote check
id-health-card: healthcard=4 vote=0
id-proof-of-address: address=3 vote=0 / passport=-3
id-biometric: bio=4 vote=0
voter-card-required: card=2 cardneed=2 cannot=1 / cardnew=-3
voter-card-replaced: card=2 cardnew=2 / photoid=-3
voter-card-collected: card=2 pickup|collector=3 / misprint carderror personal=-3
voter-card-collected: collector=3 misprint|carderror=2
voter-card-fee: card=2 pay=2 / cardnew
listed-deceased: deadlist=4 registr|sin|cannot=2 / cand=-3 withdrawn=-3
registration-cancelled: registr=2 cancelled=2 / duplicate maiden reinstate withdrawn=-2 rude=-2 night=-2 repeated=-2 textvote=-3
registration-cancelled: duplicate=2 reinstate|cancelled|maiden=2 / maiden reinstate textvote=-3 night=-3 repeated=-2
registration-cancelled: maiden=2 reinstate|registr=2 / reinstate
registration-cancelled: reinstate=2 cancelled|registr=2
registration-expired: registr=2 expired=3
registration-fee: registr=2 pay=2 / fine=-4 photo=-2 card=-3
registration-confirm: registr=2 confirm=2 / personal weblink cancelled=-1 duplicate=-3 maiden=-3 reinstate=-2 expired=-3 card=-1 pay=-1
registration-confirm: confirm=2 weblink=1 election=0 / personal pay=-1 card=-1
fine-unregistered: fine=3 unreg=2
fine-unregistered: fine=2 registr=2
fine-unregistered: fine=2 noneed|vote=1 / mustvote=-1
fine-unregistered: unreg=3 pay=1 / fine
fine-not-voting: fine=3 mustvote / unreg=-4
fine-not-voting: mustvote=3 pay=1
ballot-signed: signed=4 / vote withdrawn=-3 pen mail=-3
ballot-signed: pen=3 vote=0
ballot-marking: marking=3 election=0
ballot-not-secret: secrecy=3 vote=0 / workvote=-2 photo=-2 recount=-3 lostbox=-3
ballot-shortage: shortage=4
vote-by-appointment: appoint=5 vote=1 / staff
advance-poll-cancelled: advance=3 off=2 / misprint alreadyvoted=-2
advance-poll-cancelled: misprint=3 advance|off=1
candidate-withdrawn: cand=2 withdrawn=3 / ill wasted endorsed=-1
candidate-withdrawn: withdrawn=3 wasted|ill|noneed=2 / cand
candidate-died: cand=2 died=3
candidate-arrested: cand=2 arrested=3
candidate-disqualified: cand=2 disqual=3
candidate-endorsed-rival: endorsed=4 / cand
smear-poll: survey=2 knew|smear=2 / knew smear sin=-3 cand
smear-poll: knew=2 cand=1 / smear
sin-survey: sin=4 / survey satisf job=-2 registr=-1 prize=-2 rebate=-2
recount-call: recount=4 / decided=-3 lostbox askvote phone
recount-call: lostbox=3 askvote|close=1 / phone
recount-call: close=2 askvote=2
asks-vote: whovote=3 / student=-2 survey knew=-2 smear=-2 proxy=-2
late-night-rude: night=2 rude=3 / campaign wokeup
late-night-rude: night=3 campaign=2 / wokeup rude
late-night-rude: night=3 repeated=2 / wokeup rude
late-night-rude: wokeup=3
rude-campaign-call: rude=3 campaign=1 / knew=-3 smear=-2 repeated=-2 survey=-3 pensioncut=-2
repeated-calls: repeated=3 campaign=1
holy-day-calls: holy=3 campaign=1 / night=-1
mock-accent: accent=3 campaign=1
donation-request: donat=2 giftcard|goal|pay=2 / giftcard goal campaign
donation-request: giftcard=2 goal|campaign|pay=2
donation-request: goal=3 pay=1 / donat
prize-for-voting: prize=3 election|photo=1 / photo
prize-for-voting: photo=3
paid-to-vote: sell=4 / giftcard=-2 fine=-4 prize=-2 sin=-2
ride-to-poll: ride=2 free|seniors|pay=2 / free seniors place
sign-removal: lawnsign=2 remove|fine=3
sign-removal: lawnsign=2 pay=2
volunteer-fee: volunteer=2 pay=3 / check cand=-1
volunteer-call: volunteer=2 cancelled|event=2 / night=-3 rude=-3
already-voted: alreadyvoted=4 / records oddeven=-2 textvote=-2 immig=-2
result-decided: noneed=2 decided=3 / hours=-2
result-decided: decided=3 election|vote=0 / wasted prize=-3 donat=-3 recount=-3 lostbox=-3 close=-2
police-at-polls: police=2 check|threat|debt=2 vote=0 / debt check security=-1
police-at-polls: debt=2 check=2 vote=0
jury-duty: jury=5 vote=0
danger-at-polls: violence=3 place
leader-voice: deepfake=4
save-your-vote: strategic=3 vote=0
event-cancelled: event=2 cancelled|moved=2
poll-job: job=3 place|vote / pay|personal|sin
smear-tax: taxup=4 / survey=-2
smear-pension: pensioncut=4 vote=0
smear-abortion: abort=4 / survey=-2
vote-day-wrong: wrongdate=3 vote=0 / oddeven=-3 twodays=-3 night=-1 hours=-1 recount=-2
sign-put-up: lawnsign=2 putsign=3
homeless-cannot-vote: homeless=4 vote=0 / cannot
poll-moved-access: access=5 place|moved|weekday=1 / moved
donation-refund: donat=3 rebate=3 / personal
donation-pledge: pledge=2 donat|pay=2 / fine=-3 sell=-3 goal=-1
poll-moved-pests: pests=4 vote|place=1
poll-moved-booking: booking=3 place|moved=1 / moved place
poll-moved-building: building=4 vote|place=1
poll-moved-heating: heating=4 vote|place=1
long-lines: longwait=3 vote=0 / hours=-2 twodays=-3
second-round: secondround=4 vote=1 / recount=-4
vote-extended: extended=3 vote=1
residency-cannot-vote: residency=3 cannot=1 vote=0
marriage-name: marriage=4 vote=0
wrong-election: wrongelection=4 election=0
food-bank-asks: foodbank=4 vote|cand|endorsed=1
evacuees-vote: evac=4 vote=1 / fire mail
veil-cannot-vote: veil=4 vote=0
dual-cannot-vote: dual=4 vote=0 / passport=-3
member-only: member=4 vote=0
draft-threat: draft=4 election=0
code-phish: otp=4 election=0 / textvote=-2
ballot-drop-box: dropbox=4 election=0
mail-postage: stamp=3 mail=3
mail-deadline: maildead=3 mail=2
ballot-witness: witness=3 mail=2
vote-again: voteagain=3 vote=1 / recount=-4 lostbox=-4 close=-2
vote-rigged: rigged=4 election=0
time-off: timeoff=4 vote=0 / workvote=-3
spoil-ballot: blank=4 vote=0 / withdrawn=-3
boycott: boycott=4 vote=0
young-cannot-vote: young=4 vote=0 / student=-2
care-home-cannot-vote: care=3 cannot=2
disabled-cannot-vote: disab=3 cannot=2
curfew: curfew=4 election=0
ride-cancelled: ridecancel=4 election=0
`

/** Of these, those that say how one was called, which may be told of any message. */
export const MANNERS = ['late-night-rude', 'rude-campaign-call', 'repeated-calls']
