import type { RIDING_LINES } from './riding-table.ts'

/**
 * Older and newer names of the same seat: number, then its names. Renamings by law within an order, and the names of neighbouring
 * orders under which a large majority of the people stayed together; a seat that was divided has none.
 * Source: Acts to change the names of certain electoral districts (2004 to 2014), representation orders of 2003, 2013 and 2023.
 */
export const RIDING_ALIASES: Record<keyof typeof RIDING_LINES, string> = {
  '2003': `
10002|Bonavista—Exploits
10003|Long Range Mountains
10006|St. John's North|St. John's-Nord
10007|St. John's South|St. John's-Sud|Cape Spear
12001|Cape Breton—Canso—Antigonish
12007|North Nova|Cumberland—Colchester
12008|Sackville—Preston—Chezzetcook
12010|Sydney—Glace Bay
12011|Acadie—Annapolis
13003|Fredericton—Oromocto
13004|Fundy
13006|Miramichi—Grand Lake
13007|Moncton—Dieppe
13008|NB Southwest|St. Croix—Belleisle
13009|Saint John—Rothesay
24002|Ahuntsic-Cartierville
24004|Argenteuil—Mirabel
24006|Salaberry—Suroît
24007|Beauport
24012|Beloeil—Chambly
24013|Charlesbourg
24014|Charlevoix—Montmorency|Beauport—Côte-de-Beaupré—Île d'Orléans—Charlevoix|Montmorency—Charlevoix
24019|Gaspésie—Les Îles-de-la-Madeleine
24021|Hochelaga—Rosemont-Est
24025|Joliette—Manawan
24026|Jonquière
24031|Laurier
24034|Bellechasse—Les Etchemins—Lévis
24035|Longueuil
24036|Lévis—Lotbinière
24038|Louis-Saint-Laurent—Akiawenhrahk
24039|Côte-Nord—Kawawachikamach—Nitassinan
24041|Matapédia—Matane|Avignon—La Mitis—Matane—Matapédia
24042|Mégantic—L'Érable—Lotbinière
24045|NDG—Lachine
24046|Nunavik—Eeyou
24051|Portneuf
24052|Québec Centre
24054|Richelieu|Bécancour—Nicolet—Saurel|Bécancour—Nicolet—Saurel—Alnôbak
24056|Rimouski—Témiscouata|Centre-du-Bas-Saint-Laurent
24058|Rivière-du-Loup—Montmagny|Côte-du-Sud—Rivière-du-Loup—Kataskomiq—Témiscouata
24060|Roberval|Lac-Saint-Jean
24063|Saint-Hyacinthe—Bagot—Acton
24066|Saint-Laurent
24073|Vaudreuil
24074|Pierre-Boucher—Les Patriotes—Verchères
35001|Ajax
35009|Brantford—Brant|Brantford—Brant South—Six Nations|Brantford—Brant-Sud—Six Nations
35012|Carleton—Lanark|Kanata|Kanata—Carleton
35013|Chatham-Kent—Leamington
35014|Clarington—Scugog—Uxbridge
35020|Elgin—St. Thomas—London South|Elgin—St. Thomas—London-Sud
35025|Prescott—Russell—Cumberland
35026|Grey—Bruce—Owen Sound
35029|Haliburton—Kawartha Lakes
35035|Kenora—Kiiwetinoong
35038|Kitchener—Wilmot—Wellesley—Woolwich
35039|Waterloo
35040|Lanark—Frontenac|Lanark—Frontenac—Kingston
35041|Leeds—Grenville—Thousand Islands and Rideau Lakes|Leeds—Grenville—Thousand Islands et Rideau Lakes|Leeds—Grenville—Thousand Islands—Rideau Lakes
35046|Middlesex—Kent—Lambton
35049|Mississauga—Erin Mills
35050|Mississauga—Lakeshore
35054|Niagara Falls—Niagara-on-the-Lake
35055|Niagara West|Niagara-Ouest
35063|Orléans
35065|Ottawa—Vanier—Gloucester
35068|Taiaiako'n—Parkdale—High Park
35071|Peterborough—Kawartha
35074|Algonquin—Renfrew—Pembroke
35075|Richmond Hill South|Richmond Hill-Sud
35077|Toronto—St. Paul's
35078|Sarnia—Lambton—Bkejwanong
35079|Sault Ste. Marie—Algoma
35083|Scarborough North|Scarborough-Nord
35087|Stormont—Dundas—Glengarry
35091|Thunder Bay—Supérieur-Nord
35095|Spadina—Fort York
35096|Vaughan—Woodbridge
35097|Niagara Centre
35098|Wellington—Halton Hills North|Wellington—Halton Hills-Nord
35099|Whitby
35101|Windsor—Tecumseh—Lakeshore
35105|York South—Weston—Etobicoke|York-Sud—Weston—Etobicoke
35106|Humber River—Black Creek
46002|Charleswood—St. James|Charleswood—St. James—Assiniboia—Headingley|Winnipeg West|Winnipeg-Ouest
46003|Churchill—Keewatinook Aski
46004|Dauphin—Swan River|Dauphin—Swan River—Neepawa|Mont-Riding|Riding Mountain
46009|Saint Boniface—Saint Vital
46010|Selkirk—Interlake—Eastman
47001|Battlefords—Lloydminster—Meadow Lake
47002|Saskatoon—Grasswood
47003|Churchill River|Rivière Churchill
47004|Swift Current—Grasslands—Kindersley
47013|Regina—Wascana
48001|Athabasca|Fort McMurray—Cold Lake
48003|Calgary North Centre
48004|Calgary Skyview
48006|Calgary South Centre|Calgary-Centre-Sud
48008|Calgary Heritage
48011|Edmonton—Beaumont|Edmonton Mill Woods
48014|Edmonton Riverbend
48015|St. Albert—Edmonton
48016|Sherwood Park—Fort Saskatchewan
48020|Foothills
48021|Medicine Hat—Cardston—Warner
48022|Grande Prairie|Grande Prairie—Mackenzie
48025|Battle River
48027|Airdrie—Cochrane|Banff—Airdrie
59005|Chilliwack—Hope
59007|Dewdney—Alouette|Pitt Meadows—Maple Ridge
59008|Esquimalt—Saanich—Sooke
59010|Kamloops—Thompson
59011|Kelowna
59012|Columbia—Kootenay—Southern Rockies
59013|Langley—Aldergrove
59018|North Okanagan—Shuswap
59019|North Vancouver—Capilano
59021|Coquitlam—Port Coquitlam
59022|Prince George—Peace River—Northern Rockies
59023|Richmond Centre
59026|BC Southern Interior|Southern Interior
59027|South Surrey—White Rock|Surrey-Sud—White Rock
59028|Surrey Centre
59031|North Island—Powell River
59036|West Vancouver—Sunshine Coast
61001|Arctique de l'Ouest|Western Arctic
`,
  '2013': `
10002|Terra Nova—Les Péninsules|Terra Nova—The Peninsulas|The Eastern Peninsulas
10003|Central Newfoundland
10005|Humber—St. Barbe—Baie Verte
10007|Cape Spear|Cape Spear—Mount Pearl—Paradise
12001|Cape Breton—Canso—Antigonish
12003|Cumberland—Colchester—Musquodoboit Valley
12006|Halifax West—Peggy's Cove|Halifax-Ouest—Peggy's Cove
12008|Sackville—Bedford—Preston|Sackville—Eastern Shore
12010|Sydney—Glace Bay
12011|Acadie—Annapolis
13003|Fredericton—Oromocto
13006|Miramichi
13007|Moncton—Dieppe
13008|NB Southwest|Saint John—St. Croix|St. Croix—Belleisle
13009|Saint John
24001|Nunavik—Eeyou
24003|Ahuntsic
24006|Haute-Gaspésie—La Mitis—Matane—Matapédia
24009|Bas-Richelieu—Nicolet—Bécancour|Bécancour—Nicolet—Saurel—Alnôbak
24010|Lévis—Bellechasse
24011|Chambly—Borduas
24013|Blainville
24014|Boucher—Les Patriotes—Verchères|Verchères—Les Patriotes
24018|Centre-du-Bas-Saint-Laurent|Rimouski—Témiscouata
24020|Charlevoix—Montmorency|Montmorency—Charlevoix|Montmorency—Charlevoix—Haute-Côte-Nord
24021|Châteauguay—Les Jardins-de-Napierville
24022|Chicoutimi
24024|Dorval—Lachine
24026|Gaspésie—Les Îles-de-la-Madeleine—Listuguj|Gaspésie—Îles-de-la-Madeleine
24028|Hochelaga—Rosemont-Est
24031|Joliette—Manawan
24034|La Prairie—Atateken
24035|Roberval—Lac-Saint-Jean
24037|LaSalle—Verdun
24041|LeMoyne|Longueuil—Charles-LeMoyne—Greenfield Park
24042|Lotbinière—Chutes-de-la-Chaudière
24045|Louis-Saint-Laurent—Akiawenhrahk
24046|Côte-Nord—Kawawachikamach—Nitassinan
24047|Mégantic—L'Érable—Lotbinière
24049|Mont-Saint-Bruno—L'Acadie
24051|Côte-du-Sud—Rivière-du-Loup—Kataskomiq—Témiscouata|Rivière-du-Loup—Montmagny
24053|NDG—Westmount
24057|Pontiac—Kitigan Zibi
24058|Saint-Augustin—Portneuf—Jacques-Cartier
24059|Québec Centre
24061|Richmond—Arthabaska—des-Sources
24065|Sainte-Rose
24066|Saint-Hyacinthe—Bagot—Acton
24071|Beauharnois—Salaberry|Beauharnois—Salaberry—Soulanges—Huntingdon|Vallée-du-Haut-Saint-Laurent
24074|Soulanges—Vaudreuil|Vaudreuil
24077|Ville-Marie
35004|Barrie South—Innisfil|Barrie-Sud—Innisfil
35013|Brant|Brantford—Brant South|Brantford—Brant South—Six Nations|Brantford—Brant-Sud|Brantford—Brant-Sud—Six Nations
35014|Grey—Bruce—Owen Sound
35017|Chatham-Kent—Essex
35025|Elgin—St. Thomas—London South|Elgin—St. Thomas—London-Sud
35030|Flamborough—Glanbrook—Brant North|Flamborough—Glanbrook—Brant-Nord
35031|Prescott—Russell—Cumberland
35034|Haliburton—Kawartha Lakes
35039|Hastings—Lennox and Addington—Tyendinaga
35041|Kanata
35042|Kenora—Kiiwetinoong
35046|Kitchener—Wilmot—Wellesley—Woolwich
35048|Middlesex—Kent—Lambton
35049|Lanark—Frontenac
35050|Leeds—Grenville|Leeds—Grenville—Thousand Islands—Rideau Lakes
35052|London Centre
35059|Mississauga—Cooksville
35060|Mississauga—Erindale
35061|Mississauga South|Mississauga-Sud
35066|Welland
35067|Niagara Falls—Niagara-on-the-Lake
35071|Northumberland—Pine Ridge|Northumberland—Clarke
35076|Ottawa—Orléans
35078|Ottawa—Vanier—Gloucester
35081|Taiaiako'n—Parkdale—High Park
35084|Peterborough
35085|Pickering—Brooklin
35086|Algonquin—Renfrew—Pembroke
35087|Richmond Hill South|Richmond Hill-Sud
35088|Rideau—Carleton
35090|St. Paul's
35091|Sarnia—Lambton—Bkejwanong
35092|Sault Ste. Marie—Algoma
35101|Spadina—Harbourfront
35102|Stormont—Dundas—Glengarry
35106|Thunder Bay—Superior-Nord
35113|Wellington—Halton Hills North|Wellington—Halton Hills-Nord
35116|Windsor—Tecumseh—Lakeshore
35120|York South—Weston—Etobicoke|York-Sud—Weston—Etobicoke
35121|York West|York-Ouest
46002|Charleswood—St. James|Charleswood—St. James—Assiniboia|Winnipeg West|Winnipeg-Ouest
46003|Churchill
46004|Dauphin—Swan River|Dauphin—Swan River—Marquette|Mont-Riding|Riding Mountain
46009|Saint Boniface
46010|Selkirk—Interlake
47001|Battlefords—Lloydminster—Meadow Lake
47002|Swift Current—Grasslands—Kindersley
47004|Humboldt—Warman—Martensville—Rosetown
47009|Wascana
47010|Blackstrap|Saskatoon South|Saskatoon-Sud
48001|Airdrie—Cochrane|Wild Rose
48017|Edmonton—Mill Woods—Beaumont
48021|Leduc—Wetaskiwin
48022|Macleod
48023|Fort McMurray—Athabasca
48024|Grande Prairie
48027|Medicine Hat
48030|Red Deer—Wolf Creek
48031|Edmonton—St. Albert
48033|Sturgeon River|Parkland
59004|Cariboo—Prince George—Omineca
59005|Okanagan Lake Ouest—Kelowna-Sud|Okanagan Lake West—South Kelowna
59014|Kelowna
59015|Columbia—Kootenay—Southern Rockies
59019|New Westminster—Burnaby—Maillardville
59020|Okanagan—Shuswap
59021|North Vancouver—Capilano
59024|Prince George—Peace River
59025|Richmond Centre—Marpole
59026|Saanich—Esquimalt—Juan de Fuca|Esquimalt—Juan de Fuca
59029|Similkameen—Okanagan-Sud—Kootenay-Ouest|Similkameen—South Okanagan—West Kootenay
59031|Richmond East—Steveston|Richmond-Est—Steveston
59032|Surrey North|Surrey-Nord
59037|Vancouver Island North—Comox—Powell River|Île de Vancouver-Nord—Comox—Powell River|Vancouver Island North|Île de Vancouver-Nord
61001|Western Arctic
`,
  '2023': `
10002|Cape Spear—Mount Pearl—Paradise|St. John's South—Mount Pearl|St. John's-Sud—Mount Pearl
10003|Coast of Bays—Central—Notre Dame
10005|Humber—St. Barbe—Baie Verte
10007|Les Péninsules-Est|The Eastern Peninsulas|Bonavista—Burin—Trinity
12001|Nova-Ouest|West Nova
12002|Cape Breton—Canso
12004|Cumberland—Colchester—Musquodoboit Valley
12007|Halifax West—Peggy's Cove|Halifax-Ouest—Peggy's Cove
12009|Sackville—Preston—Chezzetcook
12011|Sydney—Victoria
13003|Fredericton
13006|Miramichi
13007|Moncton—Riverview—Dieppe
13008|Saint John—Rothesay
13009|NB Southwest|New Brunswick Southwest|Nouveau-Brunswick-Sud-Ouest
24001|Nunavik—Eeyou
24003|Ahuntsic
24005|Argenteuil—Papineau—Des Collines
24007|Vallée-du-Haut-Saint-Laurent|Beauharnois—Salaberry|Salaberry—Suroît
24009|Bas-Richelieu—Nicolet—Bécancour|Bécancour—Nicolet—Saurel
24010|Lévis—Bellechasse
24011|Chambly—Borduas
24017|Châteauguay—Lacolle
24020|Montmagny—L'Islet—Kamouraska—Rivière-du-Loup
24021|Manicouagan
24022|Dorval—Lachine
24024|Gaspésie—Les Îles-de-la-Madeleine|Gaspésie—Îles-de-la-Madeleine
24026|Hochelaga
24029|Joliette
24030|Jonquière—Hébertville—Pays-des-Bleuets
24032|La Prairie
24033|Roberval—Lac-Saint-Jean
24041|Longueuil—Charles-LeMoyne—Greenfield Park
24044|Louis-Saint-Laurent
24046|Mégantic—L'Érable
24048|Mont-Royal
24049|Montarville
24051|Beauport—Côte-de-Beaupré—Île d'Orléans—Charlevoix|Charlevoix—Montmorency|Montmorency—Charlevoix—Haute-Côte-Nord
24052|NDG—Westmount
24055|Boucher—Les Patriotes—Verchères
24057|Pontiac
24058|Saint-Augustin—Portneuf—Jacques-Cartier
24061|Richmond—Arthabaska—des-Sources
24062|Rimouski-Neigette—Mitis—Matapédia—Les Basques
24066|Saint-Hyacinthe—Bagot
24074|Blainville
35002|Renfrew—Nipissing—Pembroke
35004|Barrie—Innisfil
35006|Baie de Quinte
35015|Brantford—Brant South|Brantford—Brant-Sud|Brantford—Brant
35016|Grey—Bruce—Owen Sound
35021|Chatham-Kent—Essex
35027|Elgin—Middlesex—London
35032|Flamborough—Glanbrook
35035|Haliburton—Kawartha Lakes—Brock
35040|Hastings—Lennox and Addington
35041|York West|York-Ouest
35044|Timmins—Baie James|Timmins—James Bay
35045|Kenora
35049|Kitchener—Wilmot—Wellesley—Woolwich
35051|Lanark—Frontenac—Kingston
35052|Leeds—Grenville|Leeds—Grenville—Thousand Islands and Rideau Lakes|Leeds—Grenville—Thousand Islands et Rideau Lakes
35053|London North Centre|London-Centre-Nord
35062|Mississauga—Cooksville
35064|Mississauga South|Mississauga-Sud
35069|York—Simcoe-Sud|York—South Simcoe
35070|Niagara Falls
35074|Northumberland—Peterborough South|Northumberland—Peterborough-Sud
35077|Ottawa—Orléans
35081|Ottawa—Vanier
35086|Peterborough—Kawartha
35087|Pickering—Uxbridge
35088|Glengarry—Prescott—Russell
35090|Sarnia—Lambton
35091|Sault Ste. Marie
35100|Spadina—Fort York
35102|Stormont—Dundas—South Glengarry
35104|Nickel Belt
35105|Parkdale—High Park
35108|Thunder Bay—Superior-Nord
35111|St. Paul's
35118|Windsor—Tecumseh
35122|York South—Weston|York-Sud—Weston
46002|Churchill
46007|Dauphin—Swan River—Marquette|Dauphin—Swan River—Neepawa
46008|Saint Boniface
46009|Selkirk—Interlake
46014|Charleswood—St. James—Assiniboia|Charleswood—St. James—Assiniboia—Headingley
47001|Battlefords—Lloydminster
47002|Humboldt—Warman—Martensville—Rosetown
47008|Wascana
47009|Saskatoon—Grasswood
47013|Cypress Hills—Grasslands
48001|Banff—Airdrie
48007|Calgary Forest Lawn
48024|Macleod
48026|Grande Prairie—Mackenzie
48030|Medicine Hat
59004|Cariboo—Prince George—Omineca
59007|Kootenay—Columbia
59012|Saanich—Esquimalt—Juan de Fuca
59018|Mission—Matsqui—Fraser Canyon
59020|New Westminster—Burnaby
59021|Vancouver Island North—Comox—Powell River|Île de Vancouver-Nord—Comox—Powell River
59022|North Vancouver
59026|Prince George—Peace River
59027|Richmond Centre
59028|Steveston—Richmond East|Steveston—Richmond-Est
59030|Okanagan-Sud—Kootenay-Ouest|South Okanagan—West Kootenay
61001|Western Arctic
`,
}
