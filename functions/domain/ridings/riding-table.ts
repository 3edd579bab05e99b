/**
 * The federal electoral districts of the three representation orders: number, English name, and French name where it differs.
 * Source: Elections Canada's lists of ridings (facts, CC0). One text per order: half the bundle bytes of 989 objects, read once.
 */
export const RIDING_LINES: Record<'2003' | '2013' | '2023', string> = {
  '2003': `
10001|Avalon
10002|Bonavista—Gander—Grand Falls—Windsor
10003|Humber—St. Barbe—Baie Verte
10004|Labrador
10005|Random—Burin—St. George's
10006|St. John's East|St. John's-Est
10007|St. John's South—Mount Pearl|St. John's-Sud—Mount Pearl
11001|Cardigan
11002|Charlottetown
11003|Egmont
11004|Malpeque
12001|Cape Breton—Canso
12002|Central Nova|Nova-Centre
12003|Dartmouth—Cole Harbour
12004|Halifax
12005|Halifax West|Halifax-Ouest
12006|Kings—Hants
12007|Cumberland—Colchester—Musquodoboit Valley
12008|Sackville—Eastern Shore
12009|South Shore—St. Margaret's
12010|Sydney—Victoria
12011|West Nova|Nova-Ouest
13001|Acadie—Bathurst
13002|Beauséjour
13003|Fredericton
13004|Fundy Royal
13005|Madawaska—Restigouche
13006|Miramichi
13007|Moncton—Riverview—Dieppe
13008|New Brunswick Southwest|Nouveau-Brunswick-Sud-Ouest
13009|Saint John
13010|Tobique—Mactaquac
24001|Abitibi—Témiscamingue
24002|Ahuntsic
24003|Alfred-Pellan
24004|Argenteuil—Papineau—Mirabel
24005|Beauce
24006|Beauharnois—Salaberry
24007|Beauport—Limoilou
24008|Berthier—Maskinongé
24009|Bourassa
24010|Brome—Missisquoi
24011|Brossard—La Prairie
24012|Chambly—Borduas
24013|Charlesbourg—Haute-Saint-Charles
24014|Montmorency—Charlevoix—Haute-Côte-Nord
24015|Châteauguay—Saint-Constant
24016|Chicoutimi—Le Fjord
24017|Compton—Stanstead
24018|Drummond
24019|Gaspésie—Îles-de-la-Madeleine
24020|Gatineau
24021|Hochelaga
24022|Honoré-Mercier
24023|Hull—Aylmer
24024|Jeanne-Le Ber
24025|Joliette
24026|Jonquière—Alma
24027|Lac-Saint-Louis
24028|La Pointe-de-l'Île
24029|LaSalle—Émard
24030|Laurentides—Labelle
24031|Laurier—Sainte-Marie
24032|Laval
24033|Laval—Les Îles
24034|Lévis—Bellechasse
24035|Longueuil—Pierre-Boucher
24036|Lotbinière—Chutes-de-la-Chaudière
24037|Louis-Hébert
24038|Louis-Saint-Laurent
24039|Manicouagan
24040|Marc-Aurèle-Fortin
24041|Haute-Gaspésie—La Mitis—Matane—Matapédia
24042|Mégantic—L'Érable
24043|Montcalm
24044|Mount Royal|Mont-Royal
24045|Notre-Dame-de-Grâce—Lachine
24046|Abitibi—Baie-James—Nunavik—Eeyou
24047|Outremont
24048|Papineau
24049|Pierrefonds—Dollard
24050|Pontiac
24051|Portneuf—Jacques-Cartier
24052|Québec
24053|Repentigny
24054|Bas-Richelieu—Nicolet—Bécancour
24055|Richmond—Arthabaska
24056|Rimouski-Neigette—Témiscouata—Les Basques
24057|Rivière-des-Mille-Îles
24058|Montmagny—L'Islet—Kamouraska—Rivière-du-Loup
24059|Rivière-du-Nord
24060|Roberval—Lac-Saint-Jean
24061|Rosemont—La Petite-Patrie
24062|Saint-Bruno—Saint-Hubert
24063|Saint-Hyacinthe—Bagot
24064|Saint-Jean
24065|Saint-Lambert
24066|Saint-Laurent—Cartierville
24067|Saint-Léonard—Saint-Michel
24068|Saint-Maurice—Champlain
24069|Shefford
24070|Sherbrooke
24071|Terrebonne—Blainville
24072|Trois-Rivières
24073|Vaudreuil-Soulanges
24074|Verchères—Les Patriotes
24075|Westmount—Ville-Marie
35001|Ajax—Pickering
35002|Algoma—Manitoulin—Kapuskasing
35003|Ancaster—Dundas—Flamborough—Westdale
35004|Barrie
35005|Beaches—East York
35006|Bramalea—Gore—Malton
35007|Brampton—Springdale
35008|Brampton West|Brampton-Ouest
35009|Brant
35010|Burlington
35011|Cambridge
35012|Carleton—Mississippi Mills
35013|Chatham-Kent—Essex
35014|Durham
35015|Davenport
35016|Don Valley East|Don Valley-Est
35017|Don Valley West|Don Valley-Ouest
35018|Dufferin—Caledon
35019|Eglinton—Lawrence
35020|Elgin—Middlesex—London
35021|Essex
35022|Etobicoke Centre|Etobicoke-Centre
35023|Etobicoke—Lakeshore
35024|Etobicoke North|Etobicoke-Nord
35025|Glengarry—Prescott—Russell
35026|Bruce—Grey—Owen Sound
35027|Guelph
35028|Haldimand—Norfolk
35029|Haliburton—Kawartha Lakes—Brock
35030|Halton
35031|Hamilton Centre|Hamilton-Centre
35032|Hamilton East—Stoney Creek|Hamilton-Est—Stoney Creek
35033|Hamilton Mountain
35034|Huron—Bruce
35035|Kenora
35036|Kingston and the Islands|Kingston et les Îles
35037|Kitchener Centre|Kitchener-Centre
35038|Kitchener—Conestoga
35039|Kitchener—Waterloo
35040|Lanark—Frontenac—Lennox and Addington
35041|Leeds—Grenville
35042|London—Fanshawe
35043|London North Centre|London-Centre-Nord
35044|London West|London-Ouest
35045|Markham—Unionville
35046|Lambton—Kent—Middlesex
35047|Mississauga—Brampton South|Mississauga—Brampton-Sud
35048|Mississauga East—Cooksville|Mississauga-Est—Cooksville
35049|Mississauga—Erindale
35050|Mississauga South|Mississauga-Sud
35051|Mississauga—Streetsville
35052|Nepean—Carleton
35053|Newmarket—Aurora
35054|Niagara Falls
35055|Niagara West—Glanbrook|Niagara-Ouest—Glanbrook
35056|Nickel Belt
35057|Nipissing—Timiskaming
35058|Northumberland—Quinte West
35059|Oak Ridges—Markham
35060|Oakville
35061|Oshawa
35062|Ottawa Centre|Ottawa-Centre
35063|Ottawa—Orléans
35064|Ottawa South|Ottawa-Sud
35065|Ottawa—Vanier
35066|Ottawa West—Nepean|Ottawa-Ouest—Nepean
35067|Oxford
35068|Parkdale—High Park
35069|Parry Sound—Muskoka
35070|Perth—Wellington
35071|Peterborough
35072|Pickering—Scarborough East|Pickering—Scarborough-Est
35073|Prince Edward—Hastings
35074|Renfrew—Nipissing—Pembroke
35075|Richmond Hill
35076|St. Catharines
35077|St. Paul's
35078|Sarnia—Lambton
35079|Sault Ste. Marie
35080|Scarborough—Agincourt
35081|Scarborough Centre|Scarborough-Centre
35082|Scarborough—Guildwood
35083|Scarborough—Rouge River
35084|Scarborough Southwest|Scarborough-Sud-Ouest
35085|Simcoe—Grey
35086|Simcoe North|Simcoe-Nord
35087|Stormont—Dundas—South Glengarry
35088|Sudbury
35089|Thornhill
35090|Thunder Bay—Rainy River
35091|Thunder Bay—Superior North|Thunder Bay—Superior-Nord
35092|Timmins—James Bay|Timmins—Baie James
35093|Toronto Centre|Toronto-Centre
35094|Toronto—Danforth
35095|Trinity—Spadina
35096|Vaughan
35097|Welland
35098|Wellington—Halton Hills
35099|Whitby—Oshawa
35100|Willowdale
35101|Windsor—Tecumseh
35102|Windsor West|Windsor-Ouest
35103|York Centre|York-Centre
35104|York—Simcoe
35105|York South—Weston|York-Sud—Weston
35106|York West|York-Ouest
46001|Brandon—Souris
46002|Charleswood—St. James—Assiniboia
46003|Churchill
46004|Dauphin—Swan River—Marquette
46005|Elmwood—Transcona
46006|Kildonan—St. Paul
46007|Portage—Lisgar
46008|Provencher
46009|Saint Boniface|Saint-Boniface
46010|Selkirk—Interlake
46011|Winnipeg Centre|Winnipeg-Centre
46012|Winnipeg North|Winnipeg-Nord
46013|Winnipeg South|Winnipeg-Sud
46014|Winnipeg South Centre|Winnipeg-Centre-Sud
47001|Battlefords—Lloydminster
47002|Blackstrap
47003|Desnethé—Missinippi—Churchill River|Desnethé—Missinippi—Rivière Churchill
47004|Cypress Hills—Grasslands
47005|Palliser
47006|Prince Albert
47007|Regina—Lumsden—Lake Centre
47008|Regina—Qu'Appelle
47009|Saskatoon—Humboldt
47010|Saskatoon—Rosetown—Biggar
47011|Saskatoon—Wanuskewin
47012|Souris—Moose Mountain
47013|Wascana
47014|Yorkton—Melville
48001|Fort McMurray—Athabasca
48002|Calgary East|Calgary-Est
48003|Calgary Centre-North|Calgary-Centre-Nord
48004|Calgary Northeast|Calgary-Nord-Est
48005|Calgary—Nose Hill
48006|Calgary Centre|Calgary-Centre
48007|Calgary Southeast|Calgary-Sud-Est
48008|Calgary Southwest|Calgary-Sud-Ouest
48009|Calgary West|Calgary-Ouest
48010|Crowfoot
48011|Edmonton—Mill Woods—Beaumont
48012|Edmonton Centre|Edmonton-Centre
48013|Edmonton East|Edmonton-Est
48014|Edmonton—Leduc
48015|Edmonton—St. Albert
48016|Edmonton—Sherwood Park
48017|Edmonton—Spruce Grove
48018|Edmonton—Strathcona
48019|Lethbridge
48020|Macleod
48021|Medicine Hat
48022|Peace River
48023|Red Deer
48024|Vegreville—Wainwright
48025|Westlock—St. Paul
48026|Wetaskiwin
48027|Wild Rose
48028|Yellowhead
59001|Abbotsford
59002|Burnaby—Douglas
59003|Burnaby—New Westminster
59004|Cariboo—Prince George
59005|Chilliwack—Fraser Canyon
59006|Delta—Richmond East|Delta—Richmond-Est
59007|Pitt Meadows—Maple Ridge—Mission
59008|Esquimalt—Juan de Fuca
59009|Fleetwood—Port Kells
59010|Kamloops—Thompson—Cariboo
59011|Kelowna—Lake Country
59012|Kootenay—Columbia
59013|Langley
59014|Nanaimo—Alberni
59015|Nanaimo—Cowichan
59016|Newton—North Delta|Newton—Delta-Nord
59017|New Westminster—Coquitlam
59018|Okanagan—Shuswap
59019|North Vancouver
59020|Okanagan—Coquihalla
59021|Port Moody—Westwood—Port Coquitlam
59022|Prince George—Peace River
59023|Richmond
59024|Saanich—Gulf Islands
59025|Skeena—Bulkley Valley
59026|British Columbia Southern Interior|Colombie-Britannique-Southern Interior
59027|South Surrey—White Rock—Cloverdale|Surrey-Sud—White Rock—Cloverdale
59028|Surrey North|Surrey-Nord
59029|Vancouver Centre|Vancouver-Centre
59030|Vancouver East|Vancouver-Est
59031|Vancouver Island North|Île de Vancouver-Nord
59032|Vancouver Kingsway
59033|Vancouver Quadra
59034|Vancouver South|Vancouver-Sud
59035|Victoria
59036|West Vancouver—Sunshine Coast—Sea to Sky Country
60001|Yukon
61001|Northwest Territories|Territoires du Nord-Ouest
62001|Nunavut
`,
  '2013': `
10001|Avalon
10002|Bonavista—Burin—Trinity
10003|Coast of Bays—Central—Notre Dame
10004|Labrador
10005|Long Range Mountains
10006|St. John's East|St. John's-Est
10007|St. John's South—Mount Pearl|St. John's-Sud—Mount Pearl
11001|Cardigan
11002|Charlottetown
11003|Egmont
11004|Malpeque
12001|Cape Breton—Canso
12002|Central Nova|Nova-Centre
12003|Cumberland—Colchester
12004|Dartmouth—Cole Harbour
12005|Halifax
12006|Halifax West|Halifax-Ouest
12007|Kings—Hants
12008|Sackville—Preston—Chezzetcook
12009|South Shore—St. Margarets
12010|Sydney—Victoria
12011|West Nova|Nova-Ouest
13001|Acadie—Bathurst
13002|Beauséjour
13003|Fredericton
13004|Fundy Royal
13005|Madawaska—Restigouche
13006|Miramichi—Grand Lake
13007|Moncton—Riverview—Dieppe
13008|New Brunswick Southwest|Nouveau-Brunswick-Sud-Ouest
13009|Saint John—Rothesay
13010|Tobique—Mactaquac
24001|Abitibi—Baie-James—Nunavik—Eeyou
24002|Abitibi—Témiscamingue
24003|Ahuntsic-Cartierville
24004|Alfred-Pellan
24005|Argenteuil—La Petite-Nation
24006|Avignon—La Mitis—Matane—Matapédia
24007|Beauce
24008|Beauport—Limoilou
24009|Bécancour—Nicolet—Saurel
24010|Bellechasse—Les Etchemins—Lévis
24011|Beloeil—Chambly
24012|Berthier—Maskinongé
24013|Thérèse-De Blainville
24014|Pierre-Boucher—Les Patriotes—Verchères
24015|Bourassa
24016|Brome—Missisquoi
24017|Brossard—Saint-Lambert
24018|Rimouski-Neigette—Témiscouata—Les Basques
24019|Charlesbourg—Haute-Saint-Charles
24020|Beauport—Côte-de-Beaupré—Île d'Orléans—Charlevoix
24021|Châteauguay—Lacolle
24022|Chicoutimi—Le Fjord
24023|Compton—Stanstead
24024|Dorval—Lachine—LaSalle
24025|Drummond
24026|Gaspésie—Les Îles-de-la-Madeleine
24027|Gatineau
24028|Hochelaga
24029|Honoré-Mercier
24030|Hull—Aylmer
24031|Joliette
24032|Jonquière
24033|La Pointe-de-l'Île
24034|La Prairie
24035|Lac-Saint-Jean
24036|Lac-Saint-Louis
24037|LaSalle—Émard—Verdun
24038|Laurentides—Labelle
24039|Laurier—Sainte-Marie
24040|Laval—Les Îles
24041|Longueuil—Charles-LeMoyne
24042|Lévis—Lotbinière
24043|Longueuil—Saint-Hubert
24044|Louis-Hébert
24045|Louis-Saint-Laurent
24046|Manicouagan
24047|Mégantic—L'Érable
24048|Mirabel
24049|Montarville
24050|Montcalm
24051|Montmagny—L'Islet—Kamouraska—Rivière-du-Loup
24052|Mount Royal|Mont-Royal
24053|Notre-Dame-de-Grâce—Westmount
24054|Outremont
24055|Papineau
24056|Pierrefonds—Dollard
24057|Pontiac
24058|Portneuf—Jacques-Cartier
24059|Québec
24060|Repentigny
24061|Richmond—Arthabaska
24062|Rivière-des-Mille-Îles
24063|Rivière-du-Nord
24064|Rosemont—La Petite-Patrie
24065|Marc-Aurèle-Fortin
24066|Saint-Hyacinthe—Bagot
24067|Saint-Jean
24068|Saint-Laurent
24069|Saint-Léonard—Saint-Michel
24070|Saint-Maurice—Champlain
24071|Salaberry—Suroît
24072|Shefford
24073|Sherbrooke
24074|Vaudreuil—Soulanges
24075|Terrebonne
24076|Trois-Rivières
24077|Ville-Marie—Le Sud-Ouest—Île-des-Soeurs
24078|Vimy
35001|Ajax
35002|Algoma—Manitoulin—Kapuskasing
35003|Aurora—Oak Ridges—Richmond Hill
35004|Barrie—Innisfil
35005|Barrie—Springwater—Oro-Medonte
35006|Bay of Quinte|Baie de Quinte
35007|Beaches—East York
35008|Brampton Centre|Brampton-Centre
35009|Brampton East|Brampton-Est
35010|Brampton North|Brampton-Nord
35011|Brampton South|Brampton-Sud
35012|Brampton West|Brampton-Ouest
35013|Brantford—Brant
35014|Bruce—Grey—Owen Sound
35015|Burlington
35016|Cambridge
35017|Chatham-Kent—Leamington
35018|Davenport
35019|Don Valley East|Don Valley-Est
35020|Don Valley North|Don Valley-Nord
35021|Don Valley West|Don Valley-Ouest
35022|Dufferin—Caledon
35023|Durham
35024|Eglinton—Lawrence
35025|Elgin—Middlesex—London
35026|Essex
35027|Etobicoke Centre|Etobicoke-Centre
35028|Etobicoke—Lakeshore
35029|Etobicoke North|Etobicoke-Nord
35030|Flamborough—Glanbrook
35031|Glengarry—Prescott—Russell
35032|Guelph
35033|Haldimand—Norfolk
35034|Haliburton—Kawartha Lakes—Brock
35035|Hamilton Centre|Hamilton-Centre
35036|Hamilton East—Stoney Creek|Hamilton-Est—Stoney Creek
35037|Hamilton Mountain
35038|Hamilton West—Ancaster—Dundas|Hamilton-Ouest—Ancaster—Dundas
35039|Hastings—Lennox and Addington
35040|Huron—Bruce
35041|Kanata—Carleton
35042|Kenora
35043|King—Vaughan
35044|Kingston and the Islands|Kingston et les Îles
35045|Kitchener Centre|Kitchener-Centre
35046|Kitchener—Conestoga
35047|Kitchener South—Hespeler|Kitchener-Sud—Hespeler
35048|Lambton—Kent—Middlesex
35049|Lanark—Frontenac—Kingston
35050|Leeds—Grenville—Thousand Islands and Rideau Lakes|Leeds—Grenville—Thousand Islands et Rideau Lakes
35051|London—Fanshawe
35052|London North Centre|London-Centre-Nord
35053|London West|London-Ouest
35054|Markham—Stouffville
35055|Markham—Thornhill
35056|Markham—Unionville
35057|Milton
35058|Mississauga Centre|Mississauga-Centre
35059|Mississauga East—Cooksville|Mississauga-Est—Cooksville
35060|Mississauga—Erin Mills
35061|Mississauga—Lakeshore
35062|Mississauga—Malton
35063|Mississauga—Streetsville
35064|Nepean
35065|Newmarket—Aurora
35066|Niagara Centre|Niagara-Centre
35067|Niagara Falls
35068|Niagara West|Niagara-Ouest
35069|Nickel Belt
35070|Nipissing—Timiskaming
35071|Northumberland—Peterborough South|Northumberland—Peterborough-Sud
35072|Oakville
35073|Oakville North—Burlington|Oakville-Nord—Burlington
35074|Oshawa
35075|Ottawa Centre|Ottawa-Centre
35076|Orléans
35077|Ottawa South|Ottawa-Sud
35078|Ottawa—Vanier
35079|Ottawa West—Nepean|Ottawa-Ouest—Nepean
35080|Oxford
35081|Parkdale—High Park
35082|Parry Sound—Muskoka
35083|Perth—Wellington
35084|Peterborough—Kawartha
35085|Pickering—Uxbridge
35086|Renfrew—Nipissing—Pembroke
35087|Richmond Hill
35088|Carleton
35089|St. Catharines
35090|Toronto—St. Paul's
35091|Sarnia—Lambton
35092|Sault Ste. Marie
35093|Scarborough—Agincourt
35094|Scarborough Centre|Scarborough-Centre
35095|Scarborough—Guildwood
35096|Scarborough North|Scarborough-Nord
35097|Scarborough—Rouge Park
35098|Scarborough Southwest|Scarborough-Sud-Ouest
35099|Simcoe—Grey
35100|Simcoe North|Simcoe-Nord
35101|Spadina—Fort York
35102|Stormont—Dundas—South Glengarry
35103|Sudbury
35104|Thornhill
35105|Thunder Bay—Rainy River
35106|Thunder Bay—Superior North|Thunder Bay—Supérieur-Nord
35107|Timmins—James Bay|Timmins—Baie James
35108|Toronto Centre|Toronto-Centre
35109|Toronto—Danforth
35110|University—Rosedale
35111|Vaughan—Woodbridge
35112|Waterloo
35113|Wellington—Halton Hills
35114|Whitby
35115|Willowdale
35116|Windsor—Tecumseh
35117|Windsor West|Windsor-Ouest
35118|York Centre|York-Centre
35119|York—Simcoe
35120|York South—Weston|York-Sud—Weston
35121|Humber River—Black Creek
46001|Brandon—Souris
46002|Charleswood—St. James—Assiniboia—Headingley
46003|Churchill—Keewatinook Aski
46004|Dauphin—Swan River—Neepawa
46005|Elmwood—Transcona
46006|Kildonan—St. Paul
46007|Portage—Lisgar
46008|Provencher
46009|Saint Boniface—Saint Vital|Saint-Boniface—Saint-Vital
46010|Selkirk—Interlake—Eastman
46011|Winnipeg Centre|Winnipeg-Centre
46012|Winnipeg North|Winnipeg-Nord
46013|Winnipeg South|Winnipeg-Sud
46014|Winnipeg South Centre|Winnipeg-Centre-Sud
47001|Battlefords—Lloydminster
47002|Cypress Hills—Grasslands
47003|Desnethé—Missinippi—Churchill River|Desnethé—Missinippi—Rivière Churchill
47004|Carlton Trail—Eagle Creek|Sentier Carlton—Eagle Creek
47005|Moose Jaw—Lake Centre—Lanigan
47006|Prince Albert
47007|Regina—Lewvan
47008|Regina—Qu'Appelle
47009|Regina—Wascana
47010|Saskatoon—Grasswood
47011|Saskatoon—University
47012|Saskatoon West|Saskatoon-Ouest
47013|Souris—Moose Mountain
47014|Yorkton—Melville
48001|Banff—Airdrie
48002|Battle River—Crowfoot
48003|Bow River
48004|Calgary Centre|Calgary-Centre
48005|Calgary Confederation
48006|Calgary Forest Lawn
48007|Calgary Heritage
48008|Calgary Midnapore
48009|Calgary Nose Hill
48010|Calgary Rocky Ridge
48011|Calgary Shepard
48012|Calgary Signal Hill
48013|Calgary Skyview
48014|Edmonton Centre|Edmonton-Centre
48015|Edmonton Griesbach
48016|Edmonton Manning
48017|Edmonton Mill Woods
48018|Edmonton Riverbend
48019|Edmonton Strathcona
48020|Edmonton West|Edmonton-Ouest
48021|Edmonton—Wetaskiwin
48022|Foothills
48023|Fort McMurray—Cold Lake
48024|Grande Prairie—Mackenzie
48025|Lakeland
48026|Lethbridge
48027|Medicine Hat—Cardston—Warner
48028|Peace River—Westlock
48029|Red Deer—Mountain View
48030|Red Deer—Lacombe
48031|St. Albert—Edmonton
48032|Sherwood Park—Fort Saskatchewan
48033|Sturgeon River—Parkland
48034|Yellowhead
59001|Abbotsford
59002|Burnaby North—Seymour|Burnaby-Nord—Seymour
59003|Burnaby South|Burnaby-Sud
59004|Cariboo—Prince George
59005|Central Okanagan—Similkameen—Nicola
59006|Chilliwack—Hope
59007|Cloverdale—Langley City
59008|Coquitlam—Port Coquitlam
59009|Courtenay—Alberni
59010|Cowichan—Malahat—Langford
59011|Delta
59012|Fleetwood—Port Kells
59013|Kamloops—Thompson—Cariboo
59014|Kelowna—Lake Country
59015|Kootenay—Columbia
59016|Langley—Aldergrove
59017|Mission—Matsqui—Fraser Canyon
59018|Nanaimo—Ladysmith
59019|New Westminster—Burnaby
59020|North Okanagan—Shuswap
59021|North Vancouver
59022|Pitt Meadows—Maple Ridge
59023|Port Moody—Coquitlam
59024|Prince George—Peace River—Northern Rockies
59025|Richmond Centre|Richmond-Centre
59026|Esquimalt—Saanich—Sooke
59027|Saanich—Gulf Islands
59028|Skeena—Bulkley Valley
59029|South Okanagan—West Kootenay|Okanagan-Sud—Kootenay-Ouest
59030|South Surrey—White Rock|Surrey-Sud—White Rock
59031|Steveston—Richmond East|Steveston—Richmond-Est
59032|Surrey Centre|Surrey-Centre
59033|Surrey—Newton
59034|Vancouver Centre|Vancouver-Centre
59035|Vancouver East|Vancouver-Est
59036|Vancouver Granville
59037|North Island—Powell River
59038|Vancouver Kingsway
59039|Vancouver Quadra
59040|Vancouver South|Vancouver-Sud
59041|Victoria
59042|West Vancouver—Sunshine Coast—Sea to Sky Country
60001|Yukon
61001|Northwest Territories|Territoires du Nord-Ouest
62001|Nunavut
`,
  '2023': `
10001|Avalon
10002|Cape Spear
10003|Central Newfoundland
10004|Labrador
10005|Long Range Mountains
10006|St. John's East|St. John's-Est
10007|Terra Nova—The Peninsulas|Terra Nova—Les Péninsules
11001|Cardigan
11002|Charlottetown
11003|Egmont
11004|Malpeque
12001|Acadie—Annapolis
12002|Cape Breton—Canso—Antigonish
12003|Central Nova|Nova-Centre
12004|Cumberland—Colchester
12005|Dartmouth—Cole Harbour
12006|Halifax
12007|Halifax West|Halifax-Ouest
12008|Kings—Hants
12009|Sackville—Bedford—Preston
12010|South Shore—St. Margarets
12011|Sydney—Glace Bay
13001|Acadie—Bathurst
13002|Beauséjour
13003|Fredericton—Oromocto
13004|Fundy Royal
13005|Madawaska—Restigouche
13006|Miramichi—Grand Lake
13007|Moncton—Dieppe
13008|Saint John—Kennebecasis
13009|Saint John—St. Croix
13010|Tobique—Mactaquac
24001|Abitibi—Baie-James—Nunavik—Eeyou
24002|Abitibi—Témiscamingue
24003|Ahuntsic-Cartierville
24004|Alfred-Pellan
24005|Argenteuil—La Petite-Nation
24006|Beauce
24007|Beauharnois—Salaberry—Soulanges—Huntingdon
24008|Beauport—Limoilou
24009|Bécancour—Nicolet—Saurel—Alnôbak
24010|Bellechasse—Les Etchemins—Lévis
24011|Beloeil—Chambly
24012|Berthier—Maskinongé
24013|Bourassa
24014|Brome—Missisquoi
24015|Brossard—Saint-Lambert
24016|Charlesbourg—Haute-Saint-Charles
24017|Châteauguay—Les Jardins-de-Napierville
24018|Chicoutimi—Le Fjord
24019|Compton—Stanstead
24020|Côte-du-Sud—Rivière-du-Loup— Kataskomiq—Témiscouata|Côte-du-Sud—Rivière-du-Loup—Kataskomiq—Témiscouata
24021|Côte-Nord—Kawawachikamach—Nitassinan
24022|Dorval—Lachine—LaSalle
24023|Drummond
24024|Gaspésie—Les Îles-de-la-Madeleine—Listuguj
24025|Gatineau
24026|Hochelaga—Rosemont-Est
24027|Honoré-Mercier
24028|Hull—Aylmer
24029|Joliette—Manawan
24030|Jonquière
24031|La Pointe-de-l'Île
24032|La Prairie—Atateken
24033|Lac-Saint-Jean
24034|Lac-Saint-Louis
24035|LaSalle—Émard—Verdun
24036|Laurentides—Labelle
24037|Laurier—Sainte-Marie
24038|Laval—Les Îles
24039|Les Pays-d'en-Haut
24040|Lévis—Lotbinière
24041|Longueuil—Charles-LeMoyne
24042|Longueuil—Saint-Hubert
24043|Louis-Hébert
24044|Louis-Saint-Laurent—Akiawenhrahk
24045|Marc-Aurèle-Fortin
24046|Mégantic—L'Érable—Lotbinière
24047|Mirabel
24048|Mount Royal
24049|Mont-Saint-Bruno—L'Acadie
24050|Montcalm
24051|Montmorency—Charlevoix
24052|Notre-Dame-de-Grâce—Westmount
24053|Outremont
24054|Papineau
24055|Pierre-Boucher—Les Patriotes—Verchères
24056|Pierrefonds—Dollard
24057|Pontiac—Kitigan Zibi
24058|Portneuf—Jacques-Cartier
24059|Québec Centre|Québec-Centre
24060|Repentigny
24061|Richmond—Arthabaska
24062|Rimouski—La Matapédia
24063|Rivière-des-Mille-Îles
24064|Rivière-du-Nord
24065|Rosemont—La Petite-Patrie
24066|Saint-Hyacinthe—Bagot—Acton
24067|Saint-Jean
24068|Saint-Laurent
24069|Saint-Léonard—Saint-Michel
24070|Saint-Maurice—Champlain
24071|Shefford
24072|Sherbrooke
24073|Terrebonne
24074|Thérèse-De Blainville
24075|Trois-Rivières
24076|Vaudreuil
24077|Ville-Marie—Le Sud-Ouest—Île-des-Sœurs
24078|Vimy
35001|Ajax
35002|Algonquin—Renfrew—Pembroke
35003|Aurora—Oak Ridges—Richmond Hill
35004|Barrie South—Innisfil|Barrie-Sud—Innisfil
35005|Barrie—Springwater—Oro-Medonte
35006|Bay of Quinte
35007|Beaches—East York
35008|Bowmanville—Oshawa North|Bowmanville—Oshawa-Nord
35009|Brampton Centre|Brampton-Centre
35010|Brampton—Chinguacousy Park
35011|Brampton East|Brampton-Est
35012|Brampton North—Caledon|Brampton-Nord—Caledon
35013|Brampton South|Brampton-Sud
35014|Brampton West|Brampton-Ouest
35015|Brantford—Brant South—Six Nations|Brantford—Brant-Sud—Six Nations
35016|Bruce—Grey—Owen Sound
35017|Burlington
35018|Burlington North—Milton West|Burlington-Nord—Milton-Ouest
35019|Cambridge
35020|Carleton
35021|Chatham-Kent—Leamington
35022|Davenport
35023|Don Valley North|Don Valley-Nord
35024|Don Valley West|Don Valley-Ouest
35025|Dufferin—Caledon
35026|Eglinton—Lawrence
35027|Elgin—St. Thomas—London South|Elgin—St. Thomas—London-Sud
35028|Essex
35029|Etobicoke Centre|Etobicoke-Centre
35030|Etobicoke—Lakeshore
35031|Etobicoke North|Etobicoke-Nord
35032|Flamborough—Glanbrook—Brant North|Flamborough—Glanbrook—Brant-Nord
35033|Guelph
35034|Haldimand—Norfolk
35035|Haliburton—Kawartha Lakes
35036|Hamilton Centre|Hamilton-Centre
35037|Hamilton East—Stoney Creek|Hamilton-Est—Stoney Creek
35038|Hamilton Mountain
35039|Hamilton West—Ancaster—Dundas|Hamilton-Ouest—Ancaster—Dundas
35040|Hastings—Lennox and Addington—Tyendinaga
35041|Humber River—Black Creek
35042|Huron—Bruce
35043|Kanata
35044|Kapuskasing—Timmins—Mushkegowuk
35045|Kenora—Kiiwetinoong
35046|Kingston and the Islands|Kingston et les Îles
35047|King—Vaughan
35048|Kitchener Centre|Kitchener-Centre
35049|Kitchener—Conestoga
35050|Kitchener South—Hespeler|Kitchener-Sud—Hespeler
35051|Lanark—Frontenac
35052|Leeds—Grenville—Thousand Islands—Rideau Lakes
35053|London Centre|London-Centre
35054|London—Fanshawe
35055|London West|London-Ouest
35056|Markham—Stouffville
35057|Markham—Thornhill
35058|Markham—Unionville
35059|Middlesex—London
35060|Milton East—Halton Hills South|Milton-Est—Halton Hills-Sud
35061|Mississauga Centre|Mississauga-Centre
35062|Mississauga East—Cooksville|Mississauga-Est—Cooksville
35063|Mississauga—Erin Mills
35064|Mississauga—Lakeshore
35065|Mississauga—Malton
35066|Mississauga—Streetsville
35067|Nepean
35068|Newmarket—Aurora
35069|New Tecumseth—Gwillimbury
35070|Niagara Falls—Niagara-on-the-Lake
35071|Niagara South|Niagara-Sud
35072|Niagara West|Niagara-Ouest
35073|Nipissing—Timiskaming
35074|Northumberland—Clarke
35075|Oakville East|Oakville-Est
35076|Oakville West|Oakville-Ouest
35077|Orléans
35078|Oshawa
35079|Ottawa Centre|Ottawa-Centre
35080|Ottawa South|Ottawa-Sud
35081|Ottawa—Vanier—Gloucester
35082|Ottawa West—Nepean|Ottawa-Ouest—Nepean
35083|Oxford
35084|Parry Sound—Muskoka
35085|Perth—Wellington
35086|Peterborough
35087|Pickering—Brooklin
35088|Prescott—Russell—Cumberland
35089|Richmond Hill South|Richmond Hill-Sud
35090|Sarnia—Lambton—Bkejwanong
35091|Sault Ste. Marie—Algoma
35092|Scarborough—Agincourt
35093|Scarborough Centre—Don Valley East|Scarborough-Centre—Don Valley-Est
35094|Scarborough—Guildwood—Rouge Park
35095|Scarborough North|Scarborough-Nord
35096|Scarborough Southwest|Scarborough-Sud-Ouest
35097|Scarborough—Woburn
35098|Simcoe—Grey
35099|Simcoe North|Simcoe-Nord
35100|Spadina—Harbourfront
35101|St. Catharines
35102|Stormont—Dundas—Glengarry
35103|Sudbury
35104|Sudbury East—Manitoulin—Nickel Belt|Sudbury-Est—Manitoulin—Nickel Belt
35105|Taiaiako'n—Parkdale—High Park
35106|Thornhill
35107|Thunder Bay—Rainy River
35108|Thunder Bay—Superior North|Thunder Bay—Supérieur-Nord
35109|Toronto Centre|Toronto-Centre
35110|Toronto—Danforth
35111|Toronto—St. Paul's
35112|University—Rosedale
35113|Vaughan—Woodbridge
35114|Waterloo
35115|Wellington—Halton Hills North|Wellington—Halton Hills-Nord
35116|Whitby
35117|Willowdale
35118|Windsor—Tecumseh—Lakeshore
35119|Windsor West|Windsor-Ouest
35120|York Centre|York-Centre
35121|York—Durham
35122|York South—Weston—Etobicoke|York-Sud—Weston—Etobicoke
46001|Brandon—Souris
46002|Churchill—Keewatinook Aski
46003|Elmwood—Transcona
46004|Kildonan—St. Paul
46005|Portage—Lisgar
46006|Provencher
46007|Riding Mountain|Mont-Riding
46008|St. Boniface—St. Vital|Saint-Boniface—Saint-Vital
46009|Selkirk—Interlake—Eastman
46010|Winnipeg Centre|Winnipeg-Centre
46011|Winnipeg North|Winnipeg-Nord
46012|Winnipeg South|Winnipeg-Sud
46013|Winnipeg South Centre|Winnipeg-Centre-Sud
46014|Winnipeg West|Winnipeg-Ouest
47001|Battlefords—Lloydminster—Meadow Lake
47002|Carlton Trail—Eagle Creek|Sentier Carlton—Eagle Creek
47003|Desnethé—Missinippi—Churchill River|Desnethé—Missinippi—Rivière Churchill
47004|Moose Jaw—Lake Centre—Lanigan
47005|Prince Albert
47006|Regina—Lewvan
47007|Regina—Qu'Appelle
47008|Regina—Wascana
47009|Saskatoon South|Saskatoon-Sud
47010|Saskatoon—University
47011|Saskatoon West|Saskatoon-Ouest
47012|Souris—Moose Mountain
47013|Swift Current—Grasslands—Kindersley
47014|Yorkton—Melville
48001|Airdrie—Cochrane
48002|Battle River—Crowfoot
48003|Bow River
48004|Calgary Centre|Calgary-Centre
48005|Calgary Confederation
48006|Calgary Crowfoot
48007|Calgary East|Calgary-Est
48008|Calgary Heritage
48009|Calgary McKnight
48010|Calgary Midnapore
48011|Calgary Nose Hill
48012|Calgary Shepard
48013|Calgary Signal Hill
48014|Calgary Skyview
48015|Edmonton Centre|Edmonton-Centre
48016|Edmonton Gateway
48017|Edmonton Griesbach
48018|Edmonton Manning
48019|Edmonton Northwest|Edmonton-Nord-Ouest
48020|Edmonton Riverbend
48021|Edmonton Southeast|Edmonton-Sud-Est
48022|Edmonton Strathcona
48023|Edmonton West|Edmonton-Ouest
48024|Foothills
48025|Fort McMurray—Cold Lake
48026|Grande Prairie
48027|Lakeland
48028|Leduc—Wetaskiwin
48029|Lethbridge
48030|Medicine Hat—Cardston—Warner
48031|Parkland
48032|Peace River—Westlock
48033|Ponoka—Didsbury
48034|Red Deer
48035|Sherwood Park—Fort Saskatchewan
48036|St. Albert—Sturgeon River
48037|Yellowhead
59001|Abbotsford—South Langley|Abbotsford—Langley-Sud
59002|Burnaby Central
59003|Burnaby North—Seymour|Burnaby-Nord—Seymour
59004|Cariboo—Prince George
59005|Chilliwack—Hope
59006|Cloverdale—Langley City
59007|Columbia—Kootenay—Southern Rockies
59008|Coquitlam—Port Coquitlam
59009|Courtenay—Alberni
59010|Cowichan—Malahat—Langford
59011|Delta
59012|Esquimalt—Saanich—Sooke
59013|Fleetwood—Port Kells
59014|Kamloops—Shuswap—Central Rockies
59015|Kamloops—Thompson—Nicola
59016|Kelowna
59017|Langley Township—Fraser Heights
59018|Mission—Matsqui—Abbotsford
59019|Nanaimo—Ladysmith
59020|New Westminster—Burnaby—Maillardville
59021|North Island—Powell River
59022|North Vancouver—Capilano
59023|Okanagan Lake West—South Kelowna|Okanagan Lake Ouest—Kelowna-Sud
59024|Pitt Meadows—Maple Ridge
59025|Port Moody—Coquitlam
59026|Prince George—Peace River—Northern Rockies
59027|Richmond Centre—Marpole|Richmond-Centre—Marpole
59028|Richmond East—Steveston|Richmond-Est—Steveston
59029|Saanich—Gulf Islands
59030|Similkameen—South Okanagan—West Kootenay|Similkameen—Okanagan-Sud—Kootenay-Ouest
59031|Skeena—Bulkley Valley
59032|South Surrey—White Rock|Surrey-Sud—White Rock
59033|Surrey Centre|Surrey-Centre
59034|Surrey Newton
59035|Vancouver Centre|Vancouver-Centre
59036|Vancouver East|Vancouver-Est
59037|Vancouver Fraserview—South Burnaby|Vancouver Fraserview—Burnaby-Sud
59038|Vancouver Granville
59039|Vancouver Kingsway
59040|Vancouver Quadra
59041|Vernon—Lake Country—Monashee
59042|Victoria
59043|West Vancouver—Sunshine Coast—Sea to Sky Country
60001|Yukon
61001|Northwest Territories|Territoires du Nord-Ouest
62001|Nunavut
`,
}
