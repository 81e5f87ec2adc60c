"""English, as the analyser needs it; the form of these tables is told in `table.py`."""

STOP_WORDS = """
    a about above after again all also am among an and any are aren't as at be because been
    before being below between both but by can can't cannot could couldn't did didn't do does
    doesn't doing don't down during each either else ever for from further had hadn't has
    hasn't have haven't having he her here hers herself him himself his how i if in into is
    isn't it its itself just let's me more most much my myself neither no nor not of off on
    once only onto or other ought our ours ourselves out over own per please same shall shan't
    she should shouldn't so some such than that the their theirs them themselves then there
    these they this those through to too under until up upon us very was wasn't we were
    weren't what when where whether which while who whom whose why will with within without
    won't would wouldn't yet you your yours yourself yourselves i'm i've i'd i'll you're
    you've you'd you'll he'd he'll she'd she'll it'd it'll we're we've we'd we'll they're
    they've they'd they'll that'll who've who'd who'll there'll many
"""

IRREGULAR = """
    arise arose arisen, awake awoke awoken, bear bore borne, beat beaten, become became,
    begin began begun, bend bent, bite bit bitten, bleed bled, blow blew blown,
    break broke broken, breed bred, bring brought, build built, burn burnt, buy bought,
    catch caught, choose chose chosen, cling clung, come came, creep crept, deal dealt,
    dig dug, draw drew drawn, dream dreamt, drink drank drunk, drive drove driven,
    eat ate eaten, fall fell fallen, feed fed, feel felt, fight fought, find found,
    flee fled, fly flew flown, forbid forbade forbidden, forget forgot forgotten,
    forgive forgave forgiven, freeze froze frozen, get got gotten, give gave given,
    go went gone, grow grew grown, hang hung, hear heard, hide hid hidden, hold held,
    keep kept, kneel knelt, know knew known, lay laid, lead led, lean leant, learn learnt,
    leave left, lend lent, light lit, lose lost, make made, mean meant, meet met, pay paid,
    prove proven, ride rode ridden, ring rang rung, rise rose risen, run ran, say said,
    see saw seen, seek sought, sell sold, send sent, shake shook shaken, shine shone,
    shoot shot, show shown, shrink shrank shrunk, sing sang sung, sink sank sunk, sit sat,
    sleep slept, slide slid, speak spoke spoken, spend spent, spill spilt, spin spun,
    spring sprang sprung, stand stood, steal stole stolen, stick stuck, sting stung,
    strike struck stricken, swear swore sworn, sweep swept, swim swam swum, swing swung,
    take took taken, teach taught, tear tore torn, tell told, think thought,
    throw threw thrown, understand understood, undergo underwent undergone, wake woke woken,
    wear wore worn, weave wove woven, weep wept, win won, withdraw withdrew
    withdrawn, write wrote written, overthrow overthrew overthrown, overtake overtook
    overtaken, withstand withstood, mistake mistook mistaken, foresee foresaw foreseen,
    man men, woman women, child children, foot feet, tooth teeth, mouse mice, goose geese,
    life lives, wife wives, half halves, leaf leaves, knife knives, wolf wolves,
    thief thieves, crisis crises, bacterium bacteria, criterion criteria,
    die died dies dying, lie lied lies lying, tie tied ties tying
"""

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
    denmark danish dane danes, ecuador ecuadorian, egypt egyptian egyptians,
    estonia estonian estonians, ethiopia ethiopian ethiopians, europe european europeans,
    finland finnish finn finns, france french frenchman, georgia georgian georgians,
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

# Spellings of one name, mostly two ways out of Cyrillic.
SPELLINGS = """
    lukashenko lukashenka lukaschenko, tikhanovskaya tsikhanouskaya tikhanouskaya cichanouskaja
    tsichanouskaya tichanovskaja, navalny navalnyj navalniy nawalny, zelensky zelenskiy zelenskyy
    zelenskyj selenskyj, kyiv kiev kyjiv, kharkiv kharkov, odesa odessa, lviv lvov, dnipro dnepr
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
    vladimir uladzimir volodymyr, covid covid19
"""
