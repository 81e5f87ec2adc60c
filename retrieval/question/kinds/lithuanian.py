"""Lithuanian small talk; see `small_talk.py`."""

from retrieval.question.kinds.small_talk import small_talk, with_asking

TALK = small_talk(
    "lt",
    words="""
    prašom prašau malonu labai laba rytas ryto diena dieną dienos vakaras vakaro vakarą naktis
    nakties iki pasimatymo greito viso gero gerų geros sėkmės gyveni gyvenat padėjai padėjot kaip
    sekasi laikotės einasi reikalai gyvenimas nieko naujo geras gera geri gerai geriau geriausias
    šaunu šaunus šauniai šaunuolis šaunuolė puiku puikus puikiai puikumėlis super nuostabu
    nuostabus nuostabiai fantastika tobula jėga bomba kietas kieta kietai faina fainas gražu
    gražiai smagu smagus įdomu įdomus įdomiai juokinga juokingas juokas juokingai blogas blogai
    baisu baisiai siaubas siaubinga kvailas kvaila kvaili kvailys durnas durna idiotas nesąmonė
    nesąmonės nesąmones nesamonė šūdas velnias velniop velnio po galais neblogas neblogai gražios
    gražaus per mėgstamiausia mėgstamiausias melas jo nejuokauk nežinojau nežinau žinau nesuprantu
    nesuprato duodi durnius taip ne gal galbūt tikrai tikriausiai aišku žinoma suprantu supratau
    pritariu sutinku nesutinku tiesa teisingai teisus neteisus tiksliai būtent matyt atsiprašau
    atleisk atleiskite suklydau klaida čia netyčia botas botai bote botui robotas robotai roboto
    robote mašina žmogus anekdotas anekdotą anekdotų pajuokauk pajuokavimas eilėraštį dainą
    padainuok papasakok pasakyk sakyk kalbėk pakalbėk atsakyk klausyk parašyk pabandyk palauk
    tylėk užsičiaupk dink nutilk varyk gyvas gyva pavargau nuobodu liūdna linksma alkanas miegi
    miegok valgyti pasidaryk eik miegoti gimtadieniu gimtadienio šventėm švenčių visiems visi
    draugai draugas draugeli bičiuli broli žmonės vyrai chebra grupė patinka patiko nepatinka
    myliu mylime nekenčiu dievinu sukūrė moki mokate gali galit darai veiki rimtai negali būti
    neįtikėtina nerealu sau va štai jau vėl dar kartą testas bandymas ok okay okei kalbi kalbat
    nori eina einu skaitau rašau esi esate toks tokia nustok nustokit baik baikit liaukis nebe
    užteks gana juokauji juokauju juokavau pamiršk nesvarbu nieko tokio sveikinu linkiu gražus
    labai tikras bjauru bjaurus juokingas spam spamina spamink gifas gif mielas miela mylimas
    ateik eikit eikim einam einame grįžtu grįšiu palaukit minutėlę sekundę pertrauka kava kavos
    laikas pietų pietums vakarienė alaus alus skanu skanaus pavydžiu liūdnas pikta piktas bijau
    naktie netrukdyk oras šiandien rytoj ilgiuosi
    """,
    personal="""
    tu tau tave tavo tavęs tavim jūs jums jus jūsų aš man mane mano manęs manim mes mums mus
    esi moki gali nori darai veiki kalbi miegi myli
    """,
    openers="""
    ačiū dėkui dėkoju dėkoja labas labutis labuka labanakt labanaktis sveikas sveika sveiki
    sveikinu sveikinimai čiau oho vau wow vaje ups oi ei aha hmm mhm na nu eik chacha cha haha
    hehe hihi lol xd
    """,
)
LITHUANIAN = with_asking(
    TALK,
    {
        "who": "kas kam",
        "where": "kur",
        "when": "kada",
        "why": "kodėl",
        "how": "kaip",
        "how many": "kiek",
        "which": "koks kokia kokie kuris kuri",
        "": "ką ar už",
    },
)
