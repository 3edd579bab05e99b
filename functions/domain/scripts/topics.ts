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
petition: petition*
observers: scrutineer*|observer|observers, scrutatrice*, observateur*|observatrice*, scrutateur* .. choisi*|nomme*|selectionne*, choisi*|nomme*|etre .. scrutateur*
oath: oath|sworn|affidavit*, serment|assermente*
firearms: gun|guns|firearm*|rifle*|shotgun*|ammunition, arme|armes feu, fusil*|carabine*|munitions
identity-theft: identity theft|stolen, stole .. identity, vol identite
earthquake: earthquake*, seisme*, tremblement* terre, tsunami*, landslide*|mudslide*, glissement* terrain
nuclear-alert: nuclear, nucleaire*, iodine|iode, radioactiv*
crypto: bitcoin*|crypto|cryptocurren*, cryptomonnaie*
bank-transfer: etransfer*|interac, e transfer*, virement*
bank-account-frozen: account* .. frozen|freeze|blocked, froze|freeze .. account*, compte* .. gele*|bloque*
pipeline: pipeline*, oleoduc*, gazoduc*
minimum-wage: minimum wage, salaire minimum
parcel: parcel*, colis .. livr*|poste
tuition: tuition*, frais scolarite
child-care: daycare*|childcare|babysit*|preschool*, day|child care, looked after .. kids|children, garderie*, garde .. enfant*, service* garde
lessons-on-sex: sex ed*, education sexuelle, drag queen*|story, lgbt*|transgender*, transgenre*
hospital-closing: hospital*|emergency|er|maternity|clinic* .. clos*|shut*|cut, clos*|shut*|cut .. hospital*|emergency|er|maternity|clinic*, no|lose|losing hospital*, hopital|urgence|urgences|maternite .. ferm*|coup*, ferm*|coup* .. hopital|urgence|urgences|maternite, plus|pas hopital
medical-device: pacemaker*|implant*|defibrillat*, insulin pump*, heart|cardiac device*|stimulator*|patients, stimulateur*, pompe* insuline, cardiaque*
pregnancy: pregnan*, enceinte|enceintes
scanners: scanner|scanners, metal detector*, xray*, x ray*, radiation*, scanneur*, detecteur* metal|metaux, rayons x
assisted-dying: euthanasi*, assisted dying|suicide, aide mourir
drug-site: injection site*, safe injection|supply, needle*|syringe*, injection supervisee, seringue*
cannabis: cannabis|marijuana
dental-care: dental|denture*, soins|assurance dentaire*
casino: casino*, slot machine*
cruise: cruise*|vacation package*, croisiere*, free|gratuit* trip|voyage
snowmobile: snowmobile*|atv, motoneige*|vtt
foreign-influence: foreign government*|agent*|money|power*|interference|country|countries|influence, chinese|russian|indian government|money|agent*|interference, china|beijing|russia|moscow|kremlin, ingerence, etranger|etrangere .. influence|ingerence, pays|gouvernement*|argent|puissance etranger|etrangere|etrangers, chine|pekin|russie|moscou
census: census|enumerator*, recensement, recenseu*
separatism: separatis*|secession|sovereignt*, separatis*|souverainet*|souverainis*
mosque: mosque*|synagogue*|gurdwara*, mosquee*
cell-tower: cell tower*, 5g, tour* cellulaire*
hidden-cameras: camera|cameras
microchip: microchip*, micro puce*, puce electronique
data-breach: data breach*|leak*, fuite* donnees
communists: communis*|marxis*|nazi*|fascis*
wind-turbines: turbine*|windmill*, eolienne*
landfill: landfill*|incinerator*, garbage dump, depotoir*|incinerateur*, site enfouissement
hearing-aid: hearing aid*, appareil* auditif*, prothese* auditive*
prisoners-vote: released|letting .. prisoners|criminals, liber* .. prisonniers|criminels
refugees-hotel: refugee*|migrant* .. hotel*, refugie*|migrant* .. hotel*
dna: dna|saliva, adn|salive
fingerprints-stamp: thumb print*|thumbprint*, pouce .. empreinte
weight-of-vote: vote* .. double|doubled|half|twice, double|half .. vote, vote* .. vaut|compte .. double|moitie, demi vote
paper-colour: ballot* .. yellow|green|pink|blue|red paper, yellow|green|pink|blue|red ballot*, bulletin* jaune*|vert*|rose*|bleu*|rouge*
interpreter: interpreter*|translator*, interprete*|traducteur*
dress-code: dress code, clothing|clothes|shirt|hat|colours .. wear*, wear* .. shirt|hat|colour*|red|blue|orange, code vestimentaire, porter .. chandail|chapeau|couleur*
cell-phone-ban: cell*|phones .. confiscat*|seized|taken .. poll*|door, cellulaire* .. confisque*|saisi*
children-barred: children|kids|strollers .. not allowed|banned|forbidden, enfants|poussettes .. interdit*|admis*
bag-search: bag|purse|body search*, search* .. bag|bags|purse, strip search*, fouille*|fouiller
`
