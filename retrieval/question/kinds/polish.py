"""Polish small talk; see `small_talk.py`."""

from retrieval.question.kinds.small_talk import small_talk, with_asking

TALK = small_talk(
    "pl",
    words="""
    proszę dzień dobry dobra dobre dobrze dobranoc wieczór rano ranek miłego dnia wieczoru
    widzenia zobaczenia papa pa nara narazie na razie trzymaj trzymajcie powodzenia żegnaj jak się
    masz macie leci tam słychać co u nowego życie świetnie świetny świetna świetne super ekstra
    wspaniale wspaniały cudownie cudowny genialny genialne genialnie fajnie fajny fajna fajne
    spoko spoczko git gites gitara extra brawo gratulacje gratuluję najlepszy najlepsza
    najlepszego ładnie ładne pięknie piękne miło miły zabawne śmieszne śmieszny śmieszna ciekawe
    ciekawy interesujące podoba podobało kozak bomba sztos petarda mistrz mądry zły zła źle słaby
    słabe słabo okropne okropnie straszne strasznie głupi głupia głupie głupota debil idiota
    kretyn bzdura bzdury bez sensu bezsens nonsens beznadziejny beznadzieja cholera kurde kurczę
    kurwa nieźle niezły niezła ulubiony ulubiona ulubione kłamstwo szybko robota wiedziałem
    wiedziałam wiem szoku pomogłeś pomogłaś idź spać ile lat o no jaja tak nie może ok okej oki
    okay jasne pewnie oczywiście rozumiem wiadomo zgadzam zgoda racja prawda dokładnie właśnie
    serio poważnie naprawdę niemożliwe niewiarygodne nieprawda przepraszam sorki sorry wybacz
    pomyłka pomyliłem pomyliłam bot boty bocie bota robot robocie maszyna człowiek człowiekiem
    żart żarty żarcik dowcip dowcipy kawał piosenkę zaśpiewaj wiersz bajkę opowiedz powiedz mów
    pogadaj pogadajmy odpowiedz słuchaj napisz spróbuj czekaj zamknij cicho spadaj spierdalaj
    odwal żyjesz żywy nudzi nudno nuda smutno zmęczony zmęczona śpisz głodny urodzin wszystkiego
    sto wszystkim wszyscy ludzie przyjaciele przyjacielu kolego stary bracie panowie ekipa grupa
    kocham kochamy uwielbiam nienawidzę lubię stworzył zrobił zaprogramował umiesz potrafisz
    możesz robisz wiesz myślisz chcesz jesteś jeszcze raz znowu test próba to jest było wow
    spokojnej nocy weekendu tygodnia podróży przestań przestańcie skończ dość wystarczy daj spokój
    bardzo żartuję żartowałem żartowałam nieważne zapomnij spam spamuj spamować gif mem memy beka
    masakra szok tragedia porażka żenada żenujące słodkie słodki urocze chodź chodźcie idziemy idę
    wracam wrócę zaraz chwila chwilkę moment minutka przerwa kawa kawę obiad kolacja piwo piwko
    smacznego pycha zazdroszczę boję cieszę szkoda przykro współczuję przytulam całuję buziaki ha
    botem wierzę matko racje gadaj gadajcie pogoda dzisiaj jutro
    """,
    personal="""
    ty ciebie cię tobie ci tobą twój twoja twoje wy was wam ja mnie mi mną mój moja my nas nam
    jesteś żyjesz czujesz umiesz potrafisz możesz robisz wiesz myślisz chcesz śpisz masz
    """,
    openers="""
    dzięki dzieki dziękuję dziękuje dziękujemy dziękówka cześć czesc hej hejka siema siemka siemanko
    witam witaj witajcie haha hahaha hehe hihi lol xd xdd wow ojej oj ups ej aha yhm hmm mhm ech ale
    """,
    verbs=r"[^\W\d_A-ZŁŚŻŹĆ]\w{2,}(?:esz|isz|ysz|asz|uję)",
)
POLISH = with_asking(
    TALK,
    {
        "who": "kto komu kogo",
        "where": "gdzie skąd",
        "when": "kiedy",
        "why": "dlaczego czemu",
        "how": "jak",
        "how many": "ile ilu",
        "which": "jaki jaka jakie który która",
        "": "co czy",
    },
)
