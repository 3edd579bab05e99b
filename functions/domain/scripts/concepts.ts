/** What such messages speak of, in both languages, as people write it from memory. `Concepts` reads it. */
export const CONCEPTS = `
election: vot*, election*, elector*, elected, electeur*, electrice|electrices, poll|polls|polling, ballot*, bulletin*, candid*, campaign*, campagne*, riding, circonscription, comte, scrutin*, urne*, suffrage*, party|parti, depute*, returning officer*, recount*, recompt*, depouil*, liberal*, conserv*, ndp|npd, parliament|parlement, referendum*, victory fund, fonds|fond victoire
vote: vot*, election*, ballot*, bulletin*, scrutin*, urne*, poll|polls|polling
place: poll|polls|polling, voting place|location|station|centre|center|site|room|hall, where|place|endroit|lieu .. vot*, place|endroit|lieu|bureau|bureaux|section|sections vot*|scrutin, bureau|bureaux, gym*, school|ecole, go|going|went|aller|allez|envoy*|rendre .. vot*|ailleurs|elsewhere|different, station|location
moved: moved|moving|move, relocat*, chang*, different .. place|location|poll|polling|town|station|centre|community, new|nouveau|nouvelle .. place|location|poll|polling|address|spot|one|voting|station|lieu|bureau|adresse|endroit|local, deplac*, demenag*, transfer*, ailleurs, elsewhere, instead, place else, somewhere else, another|other|autre .. place|location|town|poll|school|village|adresse|bureau|endroit|ville|lieu|ecole, redirect*, switched, lieu ecole, localite voisine, next town, no longer .. vot*, closed|shut, ferme|fermee|fermes, cant vote, unusable, inutilisable, go to, go|gotta go|rendre|aller|allez .. voter|vote, sent to, send .. to, envoy* .. voter, combin*|merg*|fusion*
turnout: turnout, turn out, participation, too many|much .. people|voters|electors|votants, more .. voters|people .. than|voting|vote|expected, so|many people|voters .. expected|vote, crowd*, large|high|record number .. electors|voters|people, trop monde|gens, trop .. monde|electeurs|votants, affluence, achalandage, too busy, plus votants|electeurs que, wasnt|not|isnt|pas big|assez enough|grand, too small, trop petit*
flood: flood*, inond*, water main, burst .. pipe|main|water, pipe|main .. burst|broke|broken, under water, underwater, water damage|leak|pipe, degat* eau, degat, bris|conduite|tuyau .. aqueduc|conduite|eau|tuyau, tuyau .. pete|creve|brise|eclate, broken|ruptured main|pipe, main break, plein eau, sewer*|sewage|egout*, fuite eau
fire: fire|fires, wildfire*, feu, feux, incendie*, burned|burnt|brule, smoke|fumee
power: power cut|outage|failure|fail*|out|off|down|went|gone, no|lost|without|sans power|electricity|hydro|courant|electricite, outage*, blackout, panne, coupure .. courant|electricite, plus|pas courant|electricite, hydro .. out|off|panne, manque electricite|courant, electricity .. out|off|cut, transformer, transformateur
gas: gas leak*, smell* .. gas, gas line|main|smell, fuite|odeur|senteur .. gaz, carbon monoxide, monoxyde, chemical*|deversement
works: construction, renovat*, renov*, repair*, reparation*, travaux, chantier, asbestos, amiante, roof|ceiling, toit|plafond, mold|mould|moisissure*
staff: shortage, short* staff*, short .. staff|clerks|workers|people|volunteers, penurie, manque|manquait|faute .. personnel|travail*|employ*|main|monde|scrutateurs|benevoles, not|arent|couldnt|cant|dont|didnt enough|find|hire|have .. people|staff|workers|volunteers|clerks|officers, not enough .. signed, lack|want .. workers|staff|clerks|people|volunteers|officers, no staff, workers .. quit*|sick, pas assez .. scrutateurs|personnel|employes|monde|travailleurs|benevoles, amalgamat*, combined|joined|together .. poll|polls|neighbour*, polls .. combined|together|joined, poll .. merged|combined|joined, merged|merging, fusionn*, bureau .. avec autre, section .. jumel*, regroup*, jumel*
security: bomb*, bombe*, security threat|reason*|risk*|concern*|issue*|incident, threat* .. against|school|poll|polling|building, alerte bombe|securite, raison|raisons|menace|question|mesure|motifs securite, evacu*, suspicious package, suspect package, colis suspect, shooter|shooting|gunman, tireur|fusillade, lockdown|confinement, terroris*, attentat*, police .. closed|blocked|situation
virus: covid*, virus, coronavirus, outbreak*, eclosion*, quarantin*, quarantaine, flu|influenza, grippe, measles|rougeole, contamin*, infect*, epidem*, pandem*, contagi*, health unit|alert|warning|authorit*, public health, sante publique, gastro*, norovirus, deep clean*, desinfect*
weather: snowstorm*, storm*, blizzard, tempete*, verglas, ice storm, freezing rain, snow .. closed|cancel*, because|due|much .. snow, weather, meteo, mauvais temps, hurricane|ouragan, tornado|tornade, heat wave|warning, canicule
road: road*|street|bridge .. closed|closure|washed, pont|route|rue .. fermee|ferme, detour, parade|marathon|defile
heating: boiler, furnace, no heat, heating, chauffage, fournaise, chaudiere
pests: bed bugs|bug, bedbugs, rats|mice|souris|mouse, punaise*, vermin*, wasps, cockroach*, coquerelles, exterminat*
booking: double booked|booking, funeral|wedding, funerail*|mariage, tournament|tournoi, already booked|rented, deja reserve*|loue*
boundary: boundar*, redistribution, redrawn, redistrict*, limites .. circonscription*|comte, redecoup*, new riding, nouvelle circonscription, another|different|wrong riding, autre|mauvaise circonscription, chang* .. riding|circonscription
carderror: error|mistake|misprint*|typo .. card|cards, card|cards .. wrong|error|mistake|misprint*|incorrect, erreur .. carte|cartes, carte|cartes .. erreur|erron*|mauvaise|inexacte*
access: wheelchair*, accessib*, ramp|rampe, elevator|ascenseur, fauteuil roulant
strike: strike|strikes|picket*, greve, grevistes
tech: computer*|system*|server*|machine*|tabulator* .. down|crash*|broken|broke|fail*|glitch*|hack*|malfunction*, hack*, pirat*, cyber*, glitch*, panne informatique|systeme, systeme*|informatique|machine*|ordinateur* .. panne|bris*|tombe|plante, bug informatique, probleme* informatique*|technique*, technical problem*|issue*|difficult*|failure
postponed: postpon*, delayed, reporte|reportee|reportees|reportes, remis|remise|remises .. a|au|plus, repouss*, pushed|put|moved|changed back|off, rescheduled, new|nouvelle date, next week, semaine prochaine, week later, moved|changed|delayed to|until monday|tuesday|wednesday|thursday|friday|saturday|sunday, election|elections|vote|voting moved|changed .. monday|tuesday|wednesday|thursday|friday|saturday|sunday|week, date .. chang*, chang* .. date|jour, deplac* .. au lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche
weekday: monday|tuesday|wednesday|thursday|friday|saturday|sunday, lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche, day|days, jour|jours|journee|journees, tomorrow|demain, lendemain
oddeven: odd, even number*|addres*|house*|numbered|side, even .. tuesday|monday|second, number|numbers even, number is even, pair|paire|pairs|paires, impair*, house|civic|street number*, numero* porte|civique|maison, numero pair, adres* .. day|jour, day|jour .. adres*, side .. street, bord rue|chemin, street|rue .. votes|vote, selon adresse, based|depending .. address
twodays: over|in|on|into|for two|2 days, two|2 days, deux|2 jours|journees, half .. houses|streets|people|voters, separate days, moitie .. maisons|monde|rues, deuxieme|second|2e jour|day|journee
bynames: last name*|surname*|initial*|letter*, surname*, alphabet*, name* .. start*|begin*, nom* famille, nom* .. commenc*, lettre*
byparty: liberals|conservatives|democrats|republicans .. vot*, conservateurs|liberaux .. vot*, supporters|partisans .. vot* .. day|on
phone: phone|phoned|telephone*|tel|keypad|clavier
phonevote: vot* .. by|over|on|par|au phone|telephone|tel|fone, vot* by|par phone|telephone|tel, ballot .. by|over|on phone|telephone, telephone|phone|phones voting|vote|ballot|ballots, comfort .. home, confort .. foyer|maison|chez, vot* from home, voter maison|chez vous|soi, keypad, touch tone, touchtone, clavier, touches telephone, voter .. appuyant|pesant, choose|choisir .. candidate|candidat .. phone|keypad|touches|press*, menu .. candidat*|candidate*, candidates .. menu, vot* by|par pressing|pushing|touche
press: press|pressed|pressing|presses, push #|button*, pushed #, fait|faites|faire|fais|faut #, appuy*, pese|peser|pesant|pesez, touche|touches, piton*, button*|bouton*, key|keys
recorded: vote|ballot|choice .. recorded|counted|registered|confirmed, votes .. recorded, vote .. enregistre|compte|confirme|comptabilise, thinks|think|pense .. voted|vote, u|you have voted, avez vote, did i .. vote
textvote: text|texting|sms|texto|textez|texter .. vote|votes|ballot|choice|candidate|choix|candidat, vot* .. by|par|via text|sms|texto|texting, text to vote, vot* .. text*|texto|sms, reply|respond|repond* .. vote|candidate|party|candidat|parti
onlinevote: vot* .. online|internet|website|web|link|portal, online|internet|web|electronic|email vot*|ballot|voting, vot* .. ligne|site|lien|courriel|electronique|email, click*|clique*|link|lien .. vot*, scrutin en ligne
app: app|apps|application .. download*|phone|mobile|install*|vot*|voter|cellulaire, download* .. app|application, telecharg*, vot* .. app|application, mobile app
qr: qr, scan|scanned|scanning|scanner|scannez|scannes
mail: mail in|voting|vote|ballot|ballots, mailin, by|through mail, par poste|courrier|malle, vote postal, bulletin* .. postal*|poste|postaux, postal vot*|ballot*, special ballot*, bulletin* special|speciaux, mailed ballot*, ballot* .. mail|mailed|post, poster bulletin
only: only, all voting|voters, no .. in person|polls|polling, in person .. cancelled|closed|over|abolished|no|anymore, no longer .. in person|polls, uniquement|seulement|juste, plus de bureaux, tous .. poste, personne .. annul*|termine*
late: deadline, too late, late, trop tard, date limite, passed, past due, expir*, depasse*
rejected: reject*|refused|invalid*|spoiled|not accepted|thrown out|void, rejet*|refus*|annule*|nul, signature .. match*, signature .. correspond*
lost: lost|missing|misplaced|disappeared|stolen, perdu*|perte|egar*|manquant*|disparu*|vole|voles
pickup: pick|picking|collect*|picked|get|take up|ballot|ballots .. ballot|ballots|home|door|bulletin, collect* .. ballot*, ballot* .. collect*|picked, ramass*|recuper*|cueill*|chercher|collect* .. bulletin*, bulletin* .. ramass*|recuper*, come .. door|house .. ballot|vote, hand* .. ballot .. to|over
proxy: proxy, procuration, vote .. on|for behalf|you|him|her|family|relative|spouse|husband|wife|neighbour, someone else vote, voter place|nom .. autre|quelqu|conjoint|famille|mari|parents|votre, voter pour .. conjoint|famille|mari|femme|autre|parents
household: one|single|1 vote|ballot|person|voter .. household|family|house|home|couple|address, un|1|seul vote|bulletin|personne|electeur .. foyer|menage|famille|maison|adresse|couple, seul* .. par foyer|menage|famille|maison|adresse
cannot: not|isnt|arent|wasnt|no longer eligible|allowed|entitled|qualified|permitted, not|arent|isnt .. eligible|allowed, ineligib*, cant|couldnt|cannot|wont|not|shouldnt|dont|mustnt .. vote, no|lose|lost|losing .. right .. vot*, lose|lost|losing .. vote, pas|plus|aucun|perd*|sans .. droit .. vot*, droit vote .. suspend*|perd*|annul*, pas|non|plus .. admissible*|habilite*|eligible*, inadmissible*|ineligible*, interdi*|defen* .. vot*, forbidden|barred|banned|disqualified|stop* .. vot*, pas|plus|jamais|peu* .. voter, pas|plus .. vote, refrain .. vot*
threat: threat*, menac*, risk|risquer|risque*, scared|afraid|peur, nuire|affect*, trouble*, probleme|problem|problems, review*, revis*, suspend*|cut|coup*, lose|losing|perd*, report*|denonc*, investigat*|enquet*, intimid*, stopped
immig: immigra*, citizen*, citoyen*, newcomer*, new canadian*, nouveau*|nouvelle* .. canadien*|arrivant*, sponsor*, parrain*, deport*, my|risk papers, status, statut, permanent residen*, residen* permanent*, refugee*|refugie*, work|study permit, permis travail|etude*, born outside|abroad, venue parents
crime: criminal record*|conviction*, casier*, dossier criminel, prison*, jail, convict*, felon*, pardon, probation, parole, detenu*|inmate*
student: student*, etudiant*, universit*, campus, cegep, dorm*, parents address|home|house|riding|town, adresse|circonscription parents
renter: tenant*, renter*, renting|rent, locataire*, loyer*, homeowner*, own .. property|home|house, property owner*, property tax, proprietaire*, propriete, subletting|sublet
landlord: landlord*, evict*, proprio, expuls* .. logement|appartement, bail|lease .. annul*|cancel*|resili*, rent .. go|raise*|increase*|up
debt: debt*, dette*, owe|owes|owed|owing, unpaid, impaye*, parking ticket*|fine*, contravention*|ticket*, child support, pension alimentaire, collection agen*|agent*, arrears, arrerages, outstanding, bailiff, debt collector*, credit card debt, credit score|rating, cote credit, student loan*
tax: tax|taxes, cra, revenue canada|agency, impot|impots, agence revenu, revenu canada|quebec, audit*, controle fiscal, verification fiscale
benefits: pension|pensions, oas, old age security, cpp, welfare, social assistance, aide sociale, disability, benefit|benefits, prestation*, securite vieillesse, assurance emploi, employment insurance, child benefit, allocation*, rebate*, supplement, cheque pension|aide, bien etre
rebate: rebate*, refund*, rembours*, carbon tax|rebate, remise .. taxe|carbone, credit .. tps|gst|carbone, cheque
language: english|french|language|francais|anglais test|only|exam|requirement*|proficiency|certificate, test|examen|exam .. langue|francais|anglais|english|french|language, speak|parl* .. english|french|francais|anglais, interpret*, translat*|tradu*, bilingu*|unilingue*, only in english|french, seulement|juste|qu en francais|anglais
native: indigenous, first nation*, native|natives, on|off|the reserve vot*|residents|members|people|can, on|off reserve, sur|hors reserve, band council|member*|office|membership|list|number, conseil bande, treaty, traite|traites, indian status|act|card, status card|indian, autochtone*, premieres|premiere nation*, metis|inuit*, statut indien, aboriginal*
old: too old, trop vieux|vieille|age, over|above 65|70|75|80|85|90, plus 65|70|75|80|85 ans, medical certificate|note|exam, doctor* note|certificate|letter, certificat medical, billet|papier medecin|docteur, dementia|alzheimer, capacity|competency, driving test
inactive: didnt|not|havent|skipped|missed|never .. last|previous|past .. election*, inactive, inactif*|inactive*, pas vote .. dernier*, dernier*|derniere* election* .. pas vote
abroad: snowbird*, out of country|province, outside .. canada|country|province, abroad, etranger, hors pays|canada|province, travel*|voyag*
vaccine: vaccin*, vax*, mask|masks|masque*, jab, shots, immuni*, covid test, negative test, test negatif
employer: employer*|boss|employeur*|patron|union|syndicat|workplace|manager, fired|congedi*|layoff*
passport: passport*, passeport*
photoid: two|2|three|3|trois|deux .. id|ids|photo|identification|pieces|identite|cards|cartes, photo id|ids|identification|cards, piece* identite, id requirement*|rules|cards, identification rules|requirement*, photo identification, driver* licen*|license*, permis conduire|trop|avant, cards|cartes .. picture|photo
birthcert: birth certificate*, certificat|acte|extrait naissance, baptis*, proof .. citizenship, preuve .. citoyennete, citizenship card|certificate|papers, carte|certificat citoyennete
healthcard: health card*, carte* .. assurance maladie|soleil|sante, medicare card, assurance maladie, ramq
address: utility|hydro|phone|electricity bill*, proof .. address|residen*, preuve* .. adresse|residence|domicile, facture*, bank statement*, releve bancaire
bio: fingerprint*, empreinte*, biometr*, facial, face scan, retina|iris, dna|adn
card: voter|voting|voters|elector|information|registration|elections|poll card|cards, carte|cartes electeur*|information|vote|electorale|elections, card .. mail*
cardneed: without|no|need|must|lost|bring|didnt|got|have .. card|cards, sans|perdu|apporte*|faut|oblige*|recu|avoir .. carte|cartes, card .. required|mandatory|needed, carte .. obligatoire|requise
cardnew: new .. card|cards, nouvelle* carte*, replac* .. card|cards, replacement .. card|cards, card|cards .. replaced|reissued|recalled|invalid|expired|not valid|no|worthless|fake, carte* .. remplac*|expir*|perim*|plus|pu|bonne|invalide*|valide, throw|rip|tear|destroy .. card*, jet* .. carte*
pay: pay|paying|paid|payment*, fee|fees, cost|costs, charge|charged, $, dollar*|bucks, payer|paye*|paiement, frais, piasse*|piastre*, cout*, money|argent, cash|comptant, interac|transfer, e transfer, bitcoin
registr: regist*, inscri*, voter* list|roll*, electors list, list .. electors|voters, liste electorale|electeurs, voting|electoral roll|list, roll|rolls, on|off|from list, sur|de liste, elector, as voter
cancelled: cancel*, canc*, annul*, removed|deleted|purged, taken|struck|dropped|kicked|wiped off, struck, void|voided, radi*, raye*|rayer, retir*, enleve*, supprim*, efface*, suspended, suspendu*, invalid*, off .. list|roll|rolls, removed from, perdu .. droit, plus sur liste
duplicate: duplicat*, double|doubl*, two .. me|records|files|entries, twice, doublon*, deux fois
maiden: maiden, jeune fille, fille .. mere, date of birth, date birth, birth date, birthdate|dob|birthday, date naissance
reinstate: reinstat*, retabl*, restore*|restor*, re establish|instate, reestablish*, reactivat*|reactiv*, put back, ravoir, remettre .. liste, get .. back, reinscri*, re regist*, reregist*
confirm: confirm*, verif*, update*|updating, validat*|valid*, mettre jour, mise jour, renew*|renouvel*, complet*
expired: expir*, perim*, echu*, lapsed, out date, renew*|renouvel*
personal: personal info*|data|details|information, info* personnel*, renseignement* personnel*, bank account|info*|details|number|card, compte|info* bancaire|banque, credit card, carte credit, password*|mot passe, driver* licen* number, date naissance|birth, mothers|mother maiden
fine: fine|fined|fines, penalt*, amende*, penalite*, sanction*, charge .. $|#, passible, contravention*, $ # fine
unreg: not|without|isnt|arent|werent|wasnt|when|ur .. registered|list, not on .. list, unregistered, non|pas|sans .. inscrit*|liste, pas inscrit*|figurer|sur liste, may|might not be .. list|registered
mustvote: mandatory .. vot*, compulsory, vot*|election* .. mandatory|obligatoire*|compulsory, obligatoire voter, dont|didnt|not|failing|fail|failed|forget .. vot*, oblig* .. voter|vote, si|qui .. pas .. vot*, abstention*|abstenir, non votants|voters
signed: sign|signed|signing|signature* .. ballot*|back|dos|bulletin*, ballot* .. sign|signed|signature*|unsigned, unsigned ballot*, signe|signer|signee|signes|signez|signature* .. bulletin*|dos|endos|verso, bulletin* .. signe|signes|signature*|signer|sign, name|names .. back|ballot, identify .. on .. ballot, nom|noms .. dos|endos|verso|bulletin, signed it, date|dated .. ballot|back
pen: blue|bleu pen|ink|crayon|stylo, pencil*, crayon*, stylo*, pen|pens, encre
marking: mark|circle|check|cross|tick|choose|select|vote two|2|three|3|multiple|more|several|all|every|both, more than one, plus d un .. candidat, rank*, class*|cocher|cochez|encercl*|marquer .. deux|tous|plusieurs|#|candidats|ordre, vote for .. two|several|all, voter pour .. deux|plusieurs|tous, strike out|through, cross out|off, biff*|ray*|barr* .. nom*|candidat*, checkmark*|crochet
misprint: misprint*, printing|printer*|printed .. wrong|error, printers|printing, imprim*, impression, ballot* .. error*|mistake*|defect*|wrong, ballot*|papers no good, bulletin* .. defect*|mal|erreur*, erreur* .. bulletin*
advance: advance poll*|vot*|vote, advance, early vot*|poll*|ballot*, vot* early, anticip*, en avance, easter|paques, good friday
off: cancel*, annul*, canc*, called off, was|is|are|were off, no advance|early, no .. advance|early, werent|not|arent|isnt happening|open|held, cant .. vote early, not to go, pas .. anticipation, pas lieu, wait|attendre .. election|regular|day|jour
secrecy: no|not longer|be|really secret, plus|pas|jamais secret*, track*|traced|trace|tracee, ballot* .. numbered|coded|barcode, bulletin* .. numerot*, camera*|filmed|filme*|video*, know|knows|see|find how .. vote|voted, vote .. public|published|publicly|internet, made public, rendu* public*|publics, publi* .. vote*|noms|liste|names, saur* .. vot*|comment, monitor*|surveill*
shortage: ran|run|running|short out|of .. ballots, out of ballots, no ballots left, no more|enough ballots, manqu*|penurie|plus|assez .. bulletins
cand: candid*, mp, our|my guy, depute*, incumbent
withdrawn: withdr*, dropped|drop|dropping|pulled|pull|bowed|backed|bow|pulling out, stepp*|step down|aside, stepping|steped down, quit|quits|quitting, resign*, out of race, out race, no longer|not running|candidate|in, retire|retirait|retirer|retiree|retirent|retrait|retires, desist*, abandon|abandonne|abandonnait|abandonner, demission*, quitt* .. course|campagne, plus candidat*|course, lache
ill: health*, ill|illness|sick|medical|heart|cancer|hospital*, sante, malad*
wasted: wasted, not|wont|dont .. count*, gaspill*|perdu*, serv* rien, no point, compte* pas|plus, pas compt*
died: died|dead|death|deceased, passed away, deced*|deces, mort|morte, killed
arrested: arrest*, charged with, indict*, police custody, handcuff*, accusation* .. criminel*|portees, jailed, emprison*, criminal charge*, fraud charge*
disqual: disqualif*, kicked out|off, removed .. ballot, name .. not|off .. ballot, expelled|ejected|expuls*|exclu* .. part*, dropped by .. party, party .. dropped|dumped, not on ballot, pas sur bulletin, retir* du bulletin
endorsed: endors*, support|supporting|supports|backing|back .. other|rival|opponent|another, appui* .. autre|adversaire|rival, ralli*, alliance|coalition, joined forces, parties .. merg*|join*|unit*, fusion* .. partis, partis .. fusion*, switch* .. party|parties|sides|vote, chang* .. parti|party|camp, vote* .. for .. instead, crossed floor
smear: investigat*, enquete*, charit*, organisme*|oeuvre*, stole|steal*|stealing|robbed|robs|thief|theft|crook*, embezzl*, vole|voler|vol|voleur*, hospital|hopital, more|less|plus|moins likely|enclin*, if|knowing|si .. knew|saviez|savais|savait|he, if .. knew, accus*, insinu*, slander*, diffam*, salit|salir|salissage, biased|loaded|leading|tendanc*, dirt|smear*|mud, detourn*, corrupt*, scandal*, pige, racist*, drugs|drogue*, affair, assault*, agress*, abortion*|avortement*, defamat*
knew: if .. knew, knowing, si .. saviez|savais|savait|sachant, more|less|plus|moins likely|enclin*|enclin, plus|moins enclin|tente*|susceptible*|chance*, push poll*, loaded|biased|tendanc*|dirt|diffam*|slander*|salit, insinu*
survey: survey*, sondage*, questionnaire*, opinion poll*, push poll*, poll .. asking|with|told|question|about|said, called poll, fake poll, phone poll, questions, question*, sondeu*|pollster*
sin: sin, social insurance, assurance sociale, nas, nine|9 digit|digits|chiffres|chifres
satisf: satisf*, courteous|courtois*|polite|poli, experience, validat*|valid*, staff
askvote: who|whom|how .. voted|vote|voting, which candidate|party .. vot*|support*, ask*|tell*|told|wanted|needs|need|say|redo|give .. vote|choice|voted, pour qui|quel .. vot*, comment .. vot*|vote, quel candidat|parti, dire|redonner|savoir|demand*|divulguer .. vote|choix|vot*, who .. support*
recount: recount*, recompt*, count* .. again, depouil*, judicial, nouveau decompte, recompter
lostbox: box|boxes .. lost|missing|misplaced|ballots, lost|misplaced|missing .. ballot*|box|boxes|votes, ballot*|box .. lost|missing|misplaced, boite* .. bulletin*|scrutin|egar*|perdu*, perdu*|egar*|perte .. bulletin*|boite*|urne*, urne* .. perdu*|egar*
close: close|very close|tight, serre|serres|serree
night: 1|2|3|4 am, 1|2|3|4 # am, 1|2|3|4 h nuit|matin, 1|2|3|4 heures matin, two|one|three|1|2|3|4 in morning|the, deux|trois|une heures matin, midnight|minuit, night|nights|nuit|nuits, woke|wake|waking|wakes|woken|awak*, reveil*, asleep|sleep|sleeping, dormai*|dorm*, ungodly, late hour
rude: rude*, insult*, swore|swear*|swearing|cursed|curse*|profan*|vulgar*, lazy, paresseu*, butt|ass|cul, nasty, obnoxious, foul, discourteous, jerk, impoli*, bete|baveux, grossi*, harcel*, harass*, aggressi*, yell*|scream*|shout*, too bad, tant pis, whenever .. like|want, any time .. like|want, quand veut, laugh*, rigol*, mean|impertinent, disrespect*, abus*
campaign: campaign*, campagne*, candid*, volunteer*, benevole*, party|parti, equipe, team, liberal*|conserv*|ndp|npd|bloc
wokeup: wake you, woke .. up|baby|us|me|whole, reveille, reveilles, call whenever, appel* quand veut, whenever we
repeated: every day|night|hour|evening|minutes, # times, times day, dozen* .. calls|times, many|several|constant*|repeated|multiple|endless|nonstop|# calls, keep|keeps|kept calling|phoning, calling .. constantly|again|nonstop, sans arret|cesse, fois par jour, fois jour, arrete* pas .. appel*, tous jours|soirs, plusieurs|# appels|fois, back to back, non stop
holy: sabbath|shabbat|shabbos|sabbat|chabbat, passover|kippur|rosh, synagogue|jewish|jew|juif*|juive*, ramadan|eid|diwali|muslim*|musulman*, christmas|noel, sunday mass|morning, messe, religious
accent: fake|heavy|thick|strong|foreign|mock*|bad|put accent, accent .. fake|mock*|stereotyp*|exager*|fort|faux, gros|faux|fort accent, racist accent, imit* accent
donat: donat*, contribut*, fundrais*, don|dons, sollicit*, solicit*, collecte*|collectait, give|giving|gave|gift $|#|money|seventy, donn* #|$|argent|fonds, victory fund, fonds|fond victoire, wanted|needs|asked money
giftcard: gift card*, giftcard*, carte* cadeau*, itunes, prepaid card*, carte* prepayee*
goal: victory fund, fonds|fond victoire, tax credit*|receipt*, credit* impot*, recu impot, retour impot, short .. goal|#, objectif, double .. taxes, victory|victoire, deadline .. donat*, match* .. donation
prize: win|wins|winning|winner, gagn*, prize*|prix, lotter*|loterie*, draw|tirage, contest*|concours, sweepstake*, congrat*, felicit*, pickup|truck, camion*, raffle*, gift|cadeau*, ipad|iphone, cash prize
photo: photo|photos|picture|pic|pics|snapshot|selfie|image .. ballot*|bulletin*|vote|voted, ballot*|bulletin* .. photo|picture|pic|image, photograph*, jai photo, prove|proof .. vote|ballot
sell: pay|paid|cash|money|$ .. to|for vote|voting|ballot, sell*|buy* .. vote|votes, bribe*, brib*, vend*|achet* .. vote*, argent|payer|paye*|piasses|$ .. pour .. vot*, gift .. for voting
ride: ride|rides, lift, bus|autobus, shuttle|navette, transport*, taxi|uber, drive to|her|him, carpool, covoiturage, conduire
seniors: senior*, elder*, older, aine*, personnes agees, age or, old people, retirement home|residence, vieux, residents|residence|foyer, mother|grand*, aged, golden
free: free|gratuit*, complimentary, no charge, never came|showed, nobody showed, no bus, jamais passe|venu|eu, personne venu, pick up|pickup, waited, attendu, offer*|offr*, reserve*
lawnsign: lawn|yard|election|campaign sign|signs, sign|signs .. lawn|yard|remove*|down, pancarte*, affiche*
remove: remov*|take|taken|taking, enlev*|retir*, illegal*|bylaw|reglement, stolen|vole*, put up|install*, damage*|vandal*
volunteer: volunteer*, benevol*, canvass*, shift*|porte porte
alreadyvoted: already .. voted|cast, records|system|list|file .. voted|cast, deja vote, vote .. deja, dossier*|systeme|registre .. vote, crossed off, someone .. voted .. name, raye
records: record|records|system|list|file|files, dossier*|registre|systeme|liste, according, selon, shows|show|says|indicat*
noneed: no|dont|not|without need|have|point|reason|use .. vote|go|bother, already won|decided|over|lost|elected, winner .. declared, results .. in|final|already, stay home|stay .. home, rest* chez, acclaim*, election .. over|decided|won|finie|terminee|jouee, deja gagne|elu*|joue*|regle*|decide*, pas besoin .. vot*|deplac*|aller, inutile, landslide, winning by, sure .. win, gagne d avance, resultat* .. connu*|deja
decided: already won|decided|elected|over|winning|been, winner|winning, results .. in|final|already|known, acclaim*|acclam*, over|finie|terminee|fini, deja gagne|elu*|joue*|regle*|decide*|fait, landslide, concede*, resultat* .. connu*|deja, d avance, unopposed, only candidate
elecoff: election*|vote|voting|scrutin cancel*|called|annul*, election|elections|vote|voting|scrutin .. cancelled|annule*|canceled|suspended|suspendu*, cancel* .. election*, annul* .. election*, no election, pas d election*, no .. voting .. day|year
police: police|rcmp|grc|cops|surete|officers, warrant*, mandat*, sheriff*, border agents|services, detectives, cbsa|asfc
jury: jury|juror*|jure
violence: violen*, riot*, protest*, attack*, manifest*, emeute*, danger*, unsafe, weapon*, armed|arme*, gang*, fights, intimid* .. polls, stay away
deepfake: deepfake*, voice .. minister|leader|candidate|famous, ai voice|generated|call, artificial intel*, intelligence artificielle, sounded .. like .. minister|leader|candidate|him|mp, voix .. ministre|chef|candidat, hypertru*, imitat*|imit* .. voix|voice, cloned|robot voice .. candidate
strategic: save .. vote|votes, strateg*, split .. vote, divis* .. vote, gard* .. vote
event: rally|rallye|debate|debat|meeting|assemblee|town hall|rassemblement, townhall|fundraiser|event|evenement
job: job|jobs|hire|hired|hiring|employment, emploi*|embauch*|engag*, recruit*|recrut*, training|formation, work|travailler .. poll|polls|election|elections|bureau
petition: petition*
hours: close|closes|closing|closed|shut|shuts .. at|by|before #|noon|three|four|five|six|two|one, clos*|shut .. early|earlier, early clos*, hours .. change*|reduced|cut|short*, new|shorter|reduced hours, ferm* .. #|midi|tot|trois|milieu, fermeture .. #|tot|hative|devanc*, heures .. reduites|chang*|modif*|raccourc*, before #|three|noon pm, before # o, avant # h, avant 3, before 3, until # pm, open until|till, ends|end at|early, finit|termine .. #|plus, heures ouverture
opens: open*|start* .. late|later|noon|afternoon|until, wont open .. until, ouvr* .. tard|midi|apres|qu a, ouvert* .. qu a partir, delayed opening, opening .. delayed|late, ouverture .. retard*|report*
extended: extend*, prolong*, extra hour*|day|time, until|till midnight|tomorrow, open late|later|tomorrow|wednesday|tuesday|sunday, minuit|demain .. ouvert*, jusqu a minuit|demain|mardi|22|23, still .. vote .. tomorrow
lines: lines|lineup*|line|wait|waiting|queue* .. hour|hours|long, long lines|line|lineup*|wait, hour|hours .. wait|line|queue, file*|attente|queue .. heure*|longue*, heures .. attente|file
location: vote|voting .. at|in|dans|au walmart|store|mall|shop|post|library|tim|mcdonald*|gas|kiosk*|atm|bank|hotel|costco|depanneur|epicerie|pharmacie|guichet|banque, drive thru|through, service volant|auto
foreign: china|chinese|russia*|foreign, chine|chinois*|russe*|etranger*
taxup: raise*|hike*|increase*|new|double .. tax*, augment*|hauss* .. impot*|taxe*, carbon tax, taxe carbone, tax .. home|house|sale, taxe|impot .. maison*
guns: gun*|firearm*, arme* feu|poing, confisc*, seize
pensioncut: cut*|slash*|eliminat*|end|raise .. pension*|oas|cpp|retirement|benefits, coup*|sabr*|elimin*|abol* .. pension*|retraite|prestation*
healthcut: clos*|shut|privati*|cut*|fermer|ferm* .. hospital*|hopita*|health|sante|clinic*|school*|ecole*
abort: abortion*, avortement*
conscription: conscri*|draft|military|armee
`
