/**
 * What hardly any call about an election speaks of, in the form of `CONCEPTS`: where nothing else is claimed plainly, a text that
 * does is of the one message that does. What a witness may tell of their own day is no topic.
 */
export const TOPICS = `
voter-licence-plate: licen* plate*, vignette, saaq, licen*|permis .. suspend*
hydro-disconnected: disconnect*, debranch*, hydro|electricity|internet account|bill
voter-housing: subsidized|social|affordable|public housing, logement social, hlm
child-custody: custody, child protection|welfare, children aid, dpj, garde enfants
hunting-licence: hunting|fishing|trapping licen*|permit*, permis chasse|peche
voter-court: lawsuit, sued, summons, subpoena, court date|order|case, assignation, comparaitre
income-test: income .. under|below|minimum|limit|less|proof, revenu* .. moins|minimum|preuve, t4
knowledge-test: civic*|knowledge|literacy test|quiz|exam, quiz, examen|test .. connaissance*|civique, eye|vision|memory test
voter-course: voter|voting class|course|training|workshop|orientation, cours|atelier|formation .. vot*|electeur*
loyalty-points: loyalty, air miles, optimum, reward points, points recompense*
free-food: free .. pizza|donut*|doughnut*|coffee|beer|burger|meal|lunch, pizza*, beigne*, biere*, cafe|repas gratuit
lost-ink: invisible|disappearing|erasable, encre .. disparai*|invisible|efface*
wristband: wristband*, bracelet*, sticker*, autocollant*
voting-kiosk: kiosk*|kiosque*, atm, guichet*, drive thru|through, curbside, service au volant, mobile|itinerant poll*|bureau
store-voting: pharmac*, drugstore, post office, bureau de poste, walmart, costco, dollarama, depanneur*, gas station, station service, grocery store, epicerie, canadian tire
flyer-recall: flyer*|pamphlet*|leaflet*, depliant*|tract|tracts
party-dissolved: party .. dissolved|banned|bankrupt|folded|disband*|deregister*, parti .. dissous|banni|faillite|radie
leaked-recording: leaked, fuite .. video|enregistrement|courriel*, secret recording|tape|video, hot mic
clock-change: time zone*, daylight saving*|time, clocks, fuseau*, changement heure, heure avancee
filming: filming, movie, film crew|set, tournage
alarm-drill: fire drill, alarm|alarms, alarme*, exercice incendie
boil-water: boil water, drinking water, eau potable|bouill*
ferry: ferry|ferries, traversier*
toll: toll|tolls, peage*
plane: helicopter*, drone*, plane crash
truckers: trucker*|truck drivers, camionneur*
farmers: farmer*, agriculteur*, cultivateur*
veterans: veteran*, anciens combattants
clergy: pastor*|priest*|imam|minister church, pretre*|cure
divorce: divorc*
blood-donor: blood, organ donor, sang, don organe*
military: military|army|navy, armee|militaire*|soldat*
passcode: passcode, one time code|password, access code, code acces|secret
gender-days: men|women|ladies .. vote on|monday|tuesday|first|only, hommes|femmes .. lundi|mardi|votent|seulement
newspaper: newspaper*|gazette, journal|journaux
photo-with-candidate: autograph*|autographe*
union-dues: union dues|card|rep, cotisation* syndica*, delegue syndical
insurance: insurance premium*|policy|claim|company, assureur*|assurance auto|habitation|vie
mortgage: mortgage*, hypothe*
credit-score: credit score|rating|bureau, cote credit, equifax
tv-licence: television|cable|satellite
school-bus: school bus*|buses, autobus scolaire*
parking: parking|stationnement .. fee*|free|pay|permit|spot|lot, frais stationnement
lice: lice|scabies, poux|gale
clothing-drive: clothing drive|donation, winter coats, manteaux
moving-company: movers, demenageur*
`
