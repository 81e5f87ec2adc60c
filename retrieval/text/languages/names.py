"""Names in English: of peoples and countries, of people in several spellings; see `table.py`."""

# A country and its people's adjective: one term, so that "Belarusian protests" are "in Belarus".
DEMONYMS = """
    afghanistan afghan afghans, albania albanian albanians, algeria algerian, angola angolan,
    argentina argentine argentinian, armenia armenian armenians, australia australian australians,
    austria austrian austrians, azerbaijan azerbaijani, bangladesh bangladeshi,
    belarus belarusian belarusians belarussian, belgium belgian belgians, bolivia bolivian,
    bosnia bosnian bosnians, brazil brazilian brazilians, britain british briton britons,
    bulgaria bulgarian bulgarians, cambodia cambodian, canada canadian canadians,
    chile chilean chileans, china chinese, colombia colombian colombians, croatia croatian
    croatians croat croats, cuba cuban cubans, cyprus cypriot cypriots, czechia czech czechs,
    denmark danish danes, ecuador ecuadorian, egypt egyptian egyptians,
    estonia estonian estonians, ethiopia ethiopian ethiopians, europe european europeans,
    finland finnish finns, france french frenchman, georgia georgian georgians,
    germany german germans, ghana ghanaian, greece greek greeks, haiti haitian haitians,
    hungary hungarian hungarians, iceland icelandic icelander, india indian indians,
    indonesia indonesian indonesians, iran iranian iranians, iraq iraqi iraqis,
    ireland irish irishman, israel israeli israelis, italy italian italians,
    jamaica jamaican, japan japanese, jordan jordanian jordanians, kazakhstan kazakh kazakhs,
    kenya kenyan kenyans, kosovo kosovar kosovars, kyrgyzstan kyrgyz, latvia latvian latvians,
    lebanon lebanese, libya libyan libyans, lithuania lithuanian lithuanians,
    luxembourg luxembourgish, malaysia malaysian malaysians, malta maltese, mexico mexican
    mexicans, moldova moldovan moldovans, mongolia mongolian mongolians, montenegro montenegrin,
    morocco moroccan moroccans, myanmar burmese, nepal nepali nepalese, netherlands dutch,
    nicaragua nicaraguan, nigeria nigerian nigerians, norway norwegian norwegians,
    pakistan pakistani pakistanis, palestine palestinian palestinians, peru peruvian peruvians,
    philippines philippine filipino filipinos, poland polish pole poles,
    portugal portuguese, romania romanian romanians, russia russian russians,
    rwanda rwandan, scotland scottish scot scots, serbia serbian serbians serb serbs,
    singapore singaporean, slovakia slovak slovaks, slovenia slovenian slovene slovenes,
    somalia somali somalis, spain spanish spaniard spaniards, sudan sudanese,
    sweden swedish swede swedes, switzerland swiss, syria syrian syrians, taiwan taiwanese,
    tajikistan tajik tajiks, thailand thai thais, tunisia tunisian tunisians,
    turkey turkish turk turks, turkmenistan turkmen, ukraine ukrainian ukrainians, us usa,
    uzbekistan uzbek uzbeks, venezuela venezuelan venezuelans, vietnam vietnamese, wales welsh,
    yemen yemeni yemenis, zimbabwe zimbabwean
"""

# In small letters these are other words: a pole, a swede, scot-free.
CAPITAL_DEMONYMS = "pole poles swede scot turk"

# Spellings of one name, mostly two ways out of Cyrillic; and its number, as of a war or a king.
SPELLINGS = """
    2 ii, 3 iii, 8 viii, 14 xiv, 16 xvi,
    lukashenko lukashenka lukaschenko, tikhanovskaya tsikhanouskaya tikhanouskaya cichanouskaja
    tsichanouskaya tichanovskaja, navalny navalnyj navalniy nawalny, zelensky zelenski selenskyj,
    kyiv kiev kyjiv, kharkiv kharkov, odesa odessa, lviv lvov, dnipro dnepr
    dnieper, chornobyl chernobyl, mykolaiv nikolaev mykolayiv, donbas donbass, luhansk lugansk,
    zaporizhzhia zaporizhia zaporozhye zaporizhzhya, crimea krym, poroshenko porochenko,
    tymoshenko timoshenko, yanukovych yanukovich, yushchenko yuschenko, protasevich pratasevich,
    babariko babaryka, kolesnikova kalesnikava, tsepkalo tsapkala, bialiatski belyatsky bialacki
    byalyatski, hrodna grodno, homel gomel, vitebsk vitsebsk, mogilev mahilyow mahiliou,
    prigozhin prigozhyn, yeltsin jelzin, gorbachev gorbachov gorbatschow, khodorkovsky
    khodorkovskiy chodorkovskij, politkovskaya politkovskaja, medvedev medvedyev, lavrov lawrow,
    peskov peskow, beijing peking, mumbai bombay, hezbollah hizbollah hizbullah hezbolla,
    gaddafi qaddafi gadhafi kadhafi khadafy, quran koran, muhammad mohammed mohammad,
    aleksandr alexander aliaksandr alyaksandr oleksandr, sergei sergey siarhei serhiy, aleksei
    alexei alexey aliaksei oleksiy, mikhail mikhael mihail, svetlana sviatlana, nikolai nikolay
    mikalai mykola, dmitry dmitri dzmitry dmytro, yuri yury iurii, maria mariya, tatiana tatyana
    tatsiana tetiana, ekaterina yekaterina katsiaryna kateryna, evgeny yevgeny yauhen yevhen,
    vladimir uladzimir volodymyr
"""

# Names in Cyrillic or Greek whose letters, made Latin one by one, are not the English name.
TRANSLITERATED = """
    biden bayden bainten, trump tramp, macron makron, johnson dzhonson jonson, obama obama ompama,
    zuckerberg tsukerberg zukerberg, musk mask, xi tszinpin, erdogan erdohan, orban orban,
    merkel merkel, scholz sholts solts, clinton klinton, guterres guteres, netanyahu netaniahu,
    navalny navalni, vladimir vlantimir,
    moscow moskva mosha, russia rossiya rosiya rosia, ukraine ukraina ukrania,
    kyiv kyyev kiyev kievo, petersburg peterburg, warsaw varshava varsovia, vilnius vilnyus,
    brussels bryussel vryxelles,
    washington vashington vashinhton wasington wasigton, london londino, paris parizh parisi,
    poland polsha polshcha polonia, germany germaniya nimechchyna germania, china kitay kina,
    europe evropa yevropa evropi, us ssha ipa, nato nato, crimea krym, hrodna hrodna, gomel homel,
    athens athina, greece ellada, cyprus kypros, thessaloniki thessaloniki,
    belarus belorussiya levkorosia, lithuania litva, turkey turtsiya turkia,
    france frantsiya gallia, spain ispaniya ispania, israel izrail israil,
    palestine palestina palaistini, latvia latviya, estonia estoniya, italy italiya, india indiya,
    georgia gruziya
"""
# Endings of Slavic and Greek cases in Latin letters behind those of the nominative.
CASES = """
    - a u e om em y i ov am ami akh oyu ii, a as u e i y oyu ey oi oy, o a u om,
    y ogo omu ym om oho oi oy oyu aya, ya yu ei i yi, is i, as a, os ou o
"""
# One ending of surnames, in several spellings.
ENDINGS = "sky skiy skiys skyy skyys skyi skyis skii skij skyj"

# Surnames, first names and places that end as plurals or verbs do: Adams is no Adam.
SURNAMES = """
    abbas abrams aceves achilles adams adidas adkins agnes akers akins alanis alberts alexandros
    alexis allis alves ames ammons amos anders andes andreas andres andrews angeles archimedes
    ares arias arkansas artis athens athos atkins avalos aviles avis ayers ayres barajas barclays
    barnes barrios bates batts benavides betts biggs biles billings bivens blevins boggs boles
    boras boris bourgeois bowers bowles boyles brees briggs brooks browning broyles brussels
    burgos burks burris burroughs byers byrnes campos canales cannes capps caracas cardenas carlos
    carnes castellanos cates cavazos cervantes charles chavis childers christmas christos cisneros
    clemens clements clemons coates coles collins combs conners connors contreras coons cortes
    costas cuevas cummings cummins curtis cushing dallas daniels davies davis dawkins delores
    deloris demings denis dennis desantis descartes deschamps devos dickens dierks diggins diggs
    dobbins dobbs dolores dombrovskis doris douglas dowling dubois dugas dumas dykes easterling
    echols edmonds edmunds edwards ehlers elias elkins ellis elvis ennis epps estes eubanks evans
    evers ewers fairbanks farris fernandes fleming flemming flores fontes forbes frances francis
    francois fuentes fulks gaines gallegos gaskins gervais giannis gibbs giles gillis giorgos
    gladys goins gomes goncalves gonzales griffiths griggs grimes grubbs haas hades haines
    hammonds hammons hankins hanks hans harding harris haskins hastings hawkins hayes haynes hays
    hendricks hercules hermes hicks higgins higgs hiles hinds hines hitchens hobbs hodges hodgkins
    hollins hollis holmes honduras hopkins hoskins hudgins huggins hughes humphreys humphries
    hutchins illinois ingalls irving isaacs ives jacobs jacques james janis jarvis jaynes jeffers
    jeffries jenkins jennings jesus johannes johns jonas jones jules jurgens kansas karas kearns
    keating kerns kitts knowles kostas krebs kurtis lagos landis leeds levis lewis liles lois
    loomis louis lourdes lucas luis lukas lyles lyons maas macias manders manning marcos maris
    mars marseilles mathews mathias mathis matos matthews mattis mavis mayes mays mcadams mcginnis
    mcmanus mcmorris mcwilliams medeiros meeks mendes mercedes meyers michaels michels milagros
    moises montes moores morales morris moses mullins mullis musgraves myers myles naples navas
    neves nicholas nicholls nichols nickolas nicks nicolas nieves nikolas niles norris nunes oakes
    oates ogles onassis ornelas otis owens owings palacios pappas paredes paris parris parsons
    pericles perkins peters petros phelps philips phillips phipps phyllis pickens pickering pitts
    plemons portis potts purvis qualls quarles quinones ramos rawlings reaves redding reeves reis
    reuters reyes reynolds rhoades rhodes richards ricketts ricks riggs rios rivas robbins roberts
    robles rodgers rodrigues rogers rojas rollins rosales rosas sachs salas salinas samuels
    sanders santos saunders schilling scruggs sears sessoms seychelles silas simmons simms simons
    simpkins sims skaggs socrates solis somers sophocles spalding spaulding stallings starks
    starnes stavros stearns stebbins stephens stevens stiles stivers stubbs sturgis suggs sykes
    tavares texas thales thames thomas tillis timmons tobias tomas tompkins torres travis tsipras
    tunis ulysses valdes vargas vegas venegas versailles vickers villalobos villegas voyles wales
    wallis walters watkins watters watts wiggins wilkes wilkins wilks willems williams willis
    wolters xerxes yannis yates
"""
