"""English words that are spelt in two ways; the form of these tables is told in `table.py`."""

# Beginnings of words, American and British; whatever stands behind them stays.
VARIANTS = """
    color colour, discolor discolour, flavor flavour, honor honour, dishonor dishonour,
    labor labour, belabor belabour, neighbor neighbour, favor favour, unfavor unfavour,
    disfavor disfavour, rumor rumour, harbor harbour, humor humour, vapor vapour, vigor vigour,
    behavior behaviour, misbehavior misbehaviour, endeavor endeavour, parlor parlour, odor odour,
    tumor tumour, armor armour, splendor splendour, savior saviour, savor savour, candor candour,
    clamor clamour, rancor rancour, valor valour, ardor ardour, fervor fervour, rigor rigour,
    demeanor demeanour, misdemeanor misdemeanour, glamor glamour,
    center centre, centered centred, centering centring, epicenter epicentre, theater theatre,
    meter metre, kilometer kilometre, centimeter centimetre, millimeter millimetre, liter litre,
    milliliter millilitre, fiber fibre, caliber calibre, saber sabre, specter spectre,
    somber sombre, luster lustre, lackluster lacklustre, meager meagre, maneuver manoeuvre
    manoeuver, maneuvering manoeuvring,
    defense defence, offense offence, license licence, pretense pretence, practice practise,
    practicing practising, analyze analyse, analyzing analysing, paralyze paralyse,
    paralyzing paralysing, catalyze catalyse, catalog catalogue, dialog dialogue, analog analogue,
    program programme, travel travell, cancel cancell, model modell, label labell, fuel fuell,
    signaled signalled, signaling signalling, channel channell, counsel counsell, marvel marvell,
    jewel jewell, jewelry jewellery, quarrel quarrell, level levell, panel panell, tunnel tunnell,
    rivaled rivalled, dialed dialled, dialing dialling, totaled totalled, refuel refuell,
    unravel unravell, shovel shovell, libel libell, pedaling pedalling, medalist medallist,
    worshiper worshipper, worshiped worshipped, woolen woollen, fulfil fulfill, enrol enroll,
    instal install, distil distill, instil instill, skilful skillful, wilful willful,
    aluminum aluminium, airplane aeroplane, tire tyre, plow plough, checker chequer, check cheque,
    curb kerb, judgment judgement, aging ageing, skeptic sceptic, mold mould, smolder smoulder,
    mustache moustache, pajama pyjama, jail gaol, draft draught, donut doughnut, cozy cosy,
    yogurt yoghurt, whiskey whisky, inquir enquir, cipher cypher, artifact artefact,
    sulfur sulphur, sulfat sulphat, phony phoney, pediatri paediatri, anesth anaesth,
    anemi anaemi, leukemi leukaemi, hemo haemo, hemat haemat, estrogen oestrogen, fetus foetus,
    fetal foetal, feces faeces, diarrhea diarrhoea, orthopedi orthopaedi, gynecolog gynaecolog,
    esophag oesophag, edema oedema, cesarean caesarean, archeolog archaeolog,
    encyclopedi encyclopaedi, medieval mediaeval, ischemi ischaemi, celiac coeliac,
    hypoglycemi hypoglycaemi, hyperglycemi hyperglycaemi, glycemi glycaemi
"""

# Words on -ise, without that ending, that never have a z.
NEVER_IZE = """
    advert appra chast circumc clockw compr comprom conc desp disgu enfranch disenfranch enterpr
    exerc expert franch fundra improv lia likew merchand otherw parad pract prec prem prom repr
    superv surm surpr telev treat turquo tort
"""

# Compounds that are as often written apart, with or without a hyphen.
APART = """
    air-bag air-bags air-base air-bases air-field air-force air-raid air-raids air-strike
    air-strikes anti-abortion anti-aircraft anti-communist anti-corruption anti-democratic
    anti-discrimination anti-government anti-hero anti-immigrant anti-nuclear anti-racism
    anti-racist anti-semitic anti-semitism anti-slavery anti-terrorism anti-trust anti-vaccine
    anti-vax anti-vaxxer anti-vaxxers anti-viral anti-war auto-worker auto-workers best-seller
    best-sellers best-selling bow-tie bush-fire bush-fires car-maker car-makers cease-fire
    cease-fires cell-phone cell-phones child-care climate-change co-author co-authors
    co-defendant co-defendants co-founded co-founder co-founders co-host co-hosts co-owner
    co-pilot co-sponsor co-sponsors co-star co-stars co-worker co-workers common-sense
    council-member council-members counter-attack cross-fire crypto-currencies crypto-currency
    cyber-attack cyber-attacks cyber-crime cyber-security day-care day-long days-long
    death-toll die-hard door-bell drug-maker drug-makers fact-check fairy-tale
    fairy-tales fan-base fan-bases farm-worker farm-workers fire-fighter fire-fighters
    first-hand flood-water flood-waters fresh-water front-line front-lines front-runner
    front-runners goal-scorer half-time hand-held hand-picked hand-written hard-line
    hard-working head-scarf health-care heat-wave heat-waves high-school hip-hop home-buyer
    home-buyers home-made home-ownership hong-kong hot-spot hot-spots hour-long hours-long
    ice-cream launch-pad launch-pads law-makers left-wing life-long life-saving live-stream
    live-streamed live-streaming long-standing long-term long-time micro-chip micro-chips
    mid-air mid-day mid-term mid-terms month-long months-long multi-billion multi-million
    multi-state multi-year new-york night-club non-binary non-citizen non-citizens
    non-disclosure non-emergency non-essential non-existent non-fiction non-lethal non-nuclear
    non-partisan non-profit non-profits non-resident non-residents non-stop non-traditional
    non-union non-violence non-violent north-east north-eastern north-korea north-west
    north-western oil-field pay-check peace-keeper peace-keepers peace-keeping pit-bull
    pit-bulls policy-maker policy-makers post-game post-office post-war pre-existing pre-game
    pre-industrial pre-pandemic pre-school pre-schooler pre-schoolers pre-schools pre-season
    pre-trial pre-war prime-minister prime-time pro-russian quarter-final quarter-finals
    rain-forest right-wing road-map rock-star rock-stars roller-coaster roller-coasters
    round-table salt-water san-francisco saudi-arabia school-children school-teacher
    school-teachers seat-belt seat-belts semi-automatic semi-final semi-finals service-member
    service-members smart-phone smart-phones socio-economic south-east south-eastern
    south-korea south-west south-western space-craft space-flight space-flights speed-skating
    steak-house super-bowl super-market super-markets tear-gas tie-breaker time-frame
    time-table tv-show ultra-conservative ultra-nationalist ultra-processed vice-president
    web-site web-sites week-long weeks-long well-being whistle-blower whistle-blowers
    white-house wild-card wild-fire wild-fires work-force work-place world-cup world-war
    world-wide ww-ii year-long years-long
"""

# Compounds that are one word with a hyphen, too; of what stands behind it, the beginning. Of those
# with a stop word ("black-out") the other part alone would be left.
JOINED = """
    bail-out black-out break-down break-out break-up build-up check-out clean-up co-operat
    co-ordinat cover-up crack-down drop-out e-book e-cig e-commerce e-mail e-sport fall-out
    follow-up fund-rais hand-out hand-over hold-out k-pop kick-off knock-out lay-off line-up
    lock-down match-up off-season on-line pay-off pay-out pile-up play-off pull-out push-back
    re-elect re-enter re-entry re-establish re-open roll-back roll-out round-up run-off sell-out
    shake-up shoot-out shut-down slow-down spin-off stand-off start-up t-shirt take-off take-over
    trade-off turn-out u-turn under-age under-way wal-mart walk-out warm-up wi-fi x-ray
"""
PARTED = """
    3 g, 4 g, 5 g, 6 g, air bnb, bit coin, bit coins, black outs, chat gpt, deep fake, deep fakes,
    e mail, e mails, e mailed, face book, fund raiser, fund raisers, fund raising, lay offs,
    lock down, lock downs, open ai, pay pal, per cent, play offs, run offs, snap chat, space x,
    start ups, t shirt, t shirts, tik tok, tik toks, tik toker, tik tokers, whats app, wi fi,
    x ray, x rays, you tube, you tuber, you tubers
"""
