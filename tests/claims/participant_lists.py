"""Invented lists of people in many layouts, each with the rows that must come of it.

A row is shown as name, titles, organisations ("< heading"), then kind of list, capacities, party, attendance and further marks.
"""

from __future__ import annotations

LISTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "titles after names, organisation headings, minutes": (
        """\
Referat af møde i Samrådet for Fjordegnen
Deltagere
Vesterholt Kommune
Annika Brødsgaard, sundhedschef
Thorkil Fladsø, myndighedschef (afbud)
Regionshospitalet Nordfjord
Ulla-Britt Kamphøvener, ledende overlæge
Jens J. Mølbak, oversygeplejerske
Almen praksis
Rasheed Malik, praktiserende læge
""",
        (
            "Annika Brødsgaard | sundhedschef |  < Vesterholt Kommune | participants",
            "Thorkil Fladsø | myndighedschef |  < Vesterholt Kommune | participants, apologies",
            "Ulla-Britt Kamphøvener | ledende overlæge |  < Regionshospitalet Nordfjord | participants",
            "Jens J. Mølbak | oversygeplejerske |  < Regionshospitalet Nordfjord | participants",
            "Rasheed Malik | praktiserende læge |  < Almen praksis | participants",
        ),
    ),
    "office before name, org after comma, borgmestre": (
        """\
Til stede:
Borgmester Grethe Aastrup Lund (V), Sandby Kommune
Rådmand Ib Kongsø (A), Storeby Kommune
Regionsrådsmedlem Yusuf Karaca (B), Region Kystland
1. viceborgmester Pia Nørskov (C), Mølleby Kommune
Afbud: Borgmester Carl-Otto Dyrehave (I), Lilleby Kommune
Referent: Kirstine Maj Thulstrup
""",
        (
            "Grethe Aastrup Lund | Borgmester | Sandby Kommune | participants, V",
            "Ib Kongsø | Rådmand | Storeby Kommune | participants, A",
            "Yusuf Karaca | Regionsrådsmedlem | Region Kystland | participants, B",
            "Pia Nørskov | 1. viceborgmester | Mølleby Kommune | participants, C",
            "Carl-Otto Dyrehave | Borgmester | Lilleby Kommune | apologies, I, apologies",
            "Kirstine Maj Thulstrup |  |  | minutes",
        ),
    ),
    "slash separated": (
        """\
Deltagere: Vivi Elmegaard / Torben Å. Lysgaard / Sanne Fruergaard / Michael van der Berg
Afbud: Bo Kragh / Aase Juhl
""",
        (
            "Vivi Elmegaard |  |  | participants",
            "Torben Å. Lysgaard |  |  | participants",
            "Sanne Fruergaard |  |  | participants",
            "Michael van der Berg |  |  | participants",
            "Bo Kragh |  |  | apologies, apologies",
            "Aase Juhl |  |  | apologies, apologies",
        ),
    ),
    "numbered with org in brackets": (
        """\
Medlemmer:
1. Lotte Hjortdal (Fuglebæk Kommune), formand
2. Søren de Fine Skovsgaard (Hospitalet Søbakken)
3. Xiaoling Chen (Region Nordkysten), næstformand
4. Ó. Danielsen Joensen (PLO)
5. Kurt Egelund (Patientforeningen), observatør
""",
        (
            "Lotte Hjortdal |  | Fuglebæk Kommune | members, chair",
            "Søren de Fine Skovsgaard |  | Hospitalet Søbakken | members",
            "Xiaoling Chen |  | Region Nordkysten | members, vice_chair",
            "Ó. Danielsen Joensen |  | PLO | members",
            "Kurt Egelund |  | Patientforeningen | members, observer",
        ),
    ),
    "lettered, dash separated": (
        """\
Mødedeltagere
a) Marianne Kolstrup – direktør – Hedelund Kommune
b) Ejner Vad – vicedirektør – Sygehus Hedelund
c) Pernille Ørnstrup – chefkonsulent – Region Midtvest
""",
        (
            "Marianne Kolstrup | direktør | Hedelund Kommune | participants",
            "Ejner Vad | vicedirektør | Sygehus Hedelund | participants",
            "Pernille Ørnstrup | chefkonsulent | Region Midtvest | participants",
        ),
    ),
    "table with bars and header": (
        """\
Navn | Titel | Organisation
Birthe Lynggaard | Omsorgschef | Skovlund Kommune
Ali Hassan | Ledende terapeut | Hospitalsenheden Skovlund
Vakant | Praksiskonsulent | PLO Skovlund
""",
        (
            "Birthe Lynggaard | Omsorgschef | Skovlund Kommune | participants",
            "Ali Hassan | Ledende terapeut | Hospitalsenheden Skovlund | participants",
            "(vacant) Praksiskonsulent | Praksiskonsulent | PLO Skovlund | participants",
        ),
    ),
    "organisation on next line": (
        """\
Repræsentanter fra hospitalerne
Karina Bjergskov, ledende oversygeplejerske
Sygehus Vandborg
Henning Thyregod, cheflæge
Sygehus Lyngby Øst
Bitten Ravnsholt, direktør
Psykiatrisk Center Vandborg
""",
        (
            "Karina Bjergskov | ledende oversygeplejerske |  < Sygehus Vandborg | members",
            "Henning Thyregod | cheflæge |  < Sygehus Lyngby Øst | members",
            "Bitten Ravnsholt | direktør |  < Psykiatrisk Center Vandborg | members",
        ),
    ),
    "flattened columns": (
        """\
Deltagere
Susanne Kærhus
Mads-Ole Ringdal
Inge Merete Uldum
Chefkonsulent, Region Havnsø
Sundhedsfaglig konsulent, Havnsø Kommune
Praktiserende læge
""",
        (
            "Susanne Kærhus | Chefkonsulent | Region Havnsø | participants",
            "Mads-Ole Ringdal | Sundhedsfaglig konsulent | Havnsø Kommune | participants",
            "Inge Merete Uldum | Praktiserende læge |  | participants",
        ),
    ),
    "double commas, none, no blank": (
        """\
Deltagere:
Jytte Slots,,ældrechef, Tårnby Strand Kommune
Per Oddershede,specialkonsulent,Region Havnsø
Gitte Mosekær projektleder Havnsø Kommune
Niels-Peter Haugaard, Social- og Sundhedsdirektør Havnsø Kommune
Dorte Winther-Vestergaard, direktør for Job, Velfærd og Sundhed, Brovst Kommune
""",
        (
            "Jytte Slots | ældrechef | Tårnby Strand Kommune | participants",
            "Per Oddershede | specialkonsulent | Region Havnsø | participants",
            "Gitte Mosekær | projektleder | Havnsø Kommune | participants",
            "Niels-Peter Haugaard | Social- og Sundhedsdirektør | Havnsø Kommune | participants",
            "Dorte Winther-Vestergaard | direktør for Job, Velfærd og Sundhed | Brovst Kommune | participants",
        ),
    ),
    "unknown titles": (
        """\
Deltagere
Lene Krabbesholm, brobygger, Fællesområdet Sundhed, Haderup Kommune
Frank Bisgaard, recoverymentor, Psykiatrien i Region Søland
Ditte Høgsberg, innovationspilot, Haderup Kommune
""",
        (
            "Lene Krabbesholm | brobygger | Fællesområdet Sundhed; Haderup Kommune | participants",
            "Frank Bisgaard | recoverymentor | Psykiatrien i Region Søland | participants",
            "Ditte Høgsberg | innovationspilot | Haderup Kommune | participants",
        ),
    ),
    "A og B": (
        """\
Fra sekretariatet: Maria Rørbæk og Tobias Enevoldsen, Klyngesekretariatet
Deltagere
Trine Ask og Bjarke Nygård, Vejlby Kommune
Overlæge Rikke Sejr og udviklingssygeplejerske Anne-Line Toft, Medicinsk Afdeling
""",
        (
            "Maria Rørbæk |  | Klyngesekretariatet | secretariat",
            "Tobias Enevoldsen |  | Klyngesekretariatet | secretariat",
            "Trine Ask |  | Vejlby Kommune | participants",
            "Bjarke Nygård |  | Vejlby Kommune | participants",
            "Rikke Sejr | Overlæge | Medicinsk Afdeling | participants",
            "Anne-Line Toft | udviklingssygeplejerske | Medicinsk Afdeling | participants",
        ),
    ),
    "seats": (
        """\
Gruppen består af:
- 1 direktør fra Region Sjøland (formand)
- 2 kommunale chefer
- Lægefaglig direktør, Sjøland Sygehus
- Repræsentant for PLO
- Sygeplejefaglig direktør, Psykiatrien
""",
        (
            "(seat) Lægefaglig direktør, Sjøland Sygehus | Lægefaglig direktør | Sjøland Sygehus | members",
            "(seat) Repræsentant for PLO |  | PLO | members, representative",
            "(seat) Sygeplejefaglig direktør, Psykiatrien | Sygeplejefaglig direktør | Psykiatrien | members",
        ),
    ),
    "vacancies": (
        """\
Deltagere
Lægelig direktør, Sygehus Østmark: Vakant
Ubesat (repræsentant for de praktiserende fysioterapeuter)
N.N., borgerrepræsentant
Afventer udpegning, Hillestrup Kommune
Hanne Toftegaard, sundhedschef, Hillestrup Kommune
""",
        (
            "(vacant) Lægelig direktør, Sygehus Østmark | Lægelig direktør | Sygehus Østmark | participants",
            "(vacant) repræsentant for de praktiserende fysioterapeuter |  |  | participants, representative",
            "(vacant) borgerrepræsentant |  |  | participants, representative",
            "(vacant) Hillestrup Kommune |  | Hillestrup Kommune | participants",
            "Hanne Toftegaard | sundhedschef | Hillestrup Kommune | participants",
        ),
    ),
    "run on politicians": (
        """\
Mødt: Aksel Broager (A), Ruth Ellegaard (F), Palle Grønbech (O) og Yasmin Abdi (Ø). Fraværende: Bent Hollænder (V).
""",
        (
            "Aksel Broager |  |  | participants, A",
            "Ruth Ellegaard |  |  | participants, F",
            "Palle Grønbech |  |  | participants, O",
            "Yasmin Abdi |  |  | participants, Ø",
            "Bent Hollænder |  |  | apologies, V, apologies",
        ),
    ),
    "marks": (
        """\
Deltagere:
Nina Kjærbøl, direktør, Kerteby Kommune - afbud
Otto Steen Bak, hospitalsdirektør, Odinsø Sygehus (deltog via Teams)
Camilla Wurtz, konsulent, Kerteby Kommune (deltog i punkt 2-4)
Rasmus Holk, PLO Fyrland (forlod mødet efter punkt 5)
Solveig Arnskov, Odinsø Sygehus, suppleant for Otto Steen Bak
""",
        (
            "Nina Kjærbøl | direktør | Kerteby Kommune | participants, apologies",
            "Otto Steen Bak | hospitalsdirektør | Odinsø Sygehus | participants, present",
            "Camilla Wurtz | konsulent | Kerteby Kommune | participants",
            "Rasmus Holk |  | PLO Fyrland | participants, forlod mødet efter punkt 5",
            "Solveig Arnskov |  | Odinsø Sygehus | participants, suppleant for Otto Steen Bak",
        ),
    ),
    "all caps headings and fora": (
        """\
STYREGRUPPEN
Direktør Kåre Lindhardt, Region Ø
Kommunaldirektør Malene Bay, Asnæs Ø Kommune
ARBEJDSGRUPPEN
Konsulent Sif Ottesen, Asnæs Ø Kommune
SEKRETARIAT
Nanna Bugge (referent), Region Ø
""",
        (
            "Kåre Lindhardt | Direktør | Region Ø | members, in STYREGRUPPEN",
            "Malene Bay | Kommunaldirektør | Asnæs Ø Kommune | members, in STYREGRUPPEN",
            "Sif Ottesen | Konsulent | Asnæs Ø Kommune | members, in ARBEJDSGRUPPEN",
            "Nanna Bugge |  | Region Ø | secretariat, secretary",
        ),
    ),
    "multi columns by tab of persons": (
        """\
Deltagere
Hans Erik Dam	Ulla Møgelbjerg	Jonna Thy
Finn Brorsen	Merete Kvist Olesen	Svend Åge Juel
Afbud
Leif Krarup
""",
        (
            "Hans Erik Dam |  |  | participants",
            "Ulla Møgelbjerg |  |  | participants",
            "Jonna Thy |  |  | participants",
            "Finn Brorsen |  |  | participants",
            "Merete Kvist Olesen |  |  | participants",
            "Svend Åge Juel |  |  | participants",
            "Leif Krarup |  |  | apologies, apologies",
        ),
    ),
    "e-mail": (
        """\
Deltagere:
Kim Hougaard, kimh@eksempel.invalid, tlf. 00 00 00 00
Vibeke Tranekær (VTR)
Ole Gadegaard (OG), Stab for Kvalitet, Nordby Sygehus
Referent: VTR
""",
        (
            "Kim Hougaard |  |  | participants",
            "Vibeke Tranekær |  |  | participants, VTR",
            "Ole Gadegaard |  | Stab for Kvalitet; Nordby Sygehus | participants, OG",
            "VTR |  |  | minutes",
        ),
    ),
    "heading with colon and title before": (
        """\
Fra regionen:
Koncerndirektør Jørgen Hvalsø (formand)
Sundhedsplanlægningschef Thea Munk-Olesen
Fra kommunerne:
Direktør Ann-Sofie Klitgaard, Ribeå Kommune (medformand)
Socialchef Erling Bøgh Madsen, Vardeå Kommune
Fra PLO:
Praktiserende læge Gert Fabricius
""",
        (
            "Jørgen Hvalsø | Koncerndirektør |  < regionen | participants, chair",
            "Thea Munk-Olesen | Sundhedsplanlægningschef |  < regionen | participants",
            "Ann-Sofie Klitgaard | Direktør | Ribeå Kommune < kommunerne | participants, chair",
            "Erling Bøgh Madsen | Socialchef | Vardeå Kommune < kommunerne | participants",
            "Gert Fabricius | Praktiserende læge |  < PLO | participants",
        ),
    ),
    "unit in between": (
        """\
Deltagere
Signe Lauritzen Dahl, afdelingsleder, Afdeling for Tværsektorielt Samarbejde, Sygehus Nordmark
Peter Bork, kontorchef, Nære Sundhedstilbud, Region Nordmark
Kathrine Ø. Holmgaard, faglig leder i Hjerneskadeteamet, Ternbæk Kommune
""",
        (
            "Signe Lauritzen Dahl | afdelingsleder | Afdeling for Tværsektorielt Samarbejde; Sygehus Nordmark | participants",
            "Peter Bork | kontorchef | Nære Sundhedstilbud; Region Nordmark | participants",
            "Kathrine Ø. Holmgaard | faglig leder | Hjerneskadeteamet; Ternbæk Kommune | participants",
        ),
    ),
    "roles before with colon": (
        """\
Formand: Direktør Lars Ejby, Ternbæk Kommune
Næstformand: Cheflæge Sofie Dam Grandjean, Sygehus Nordmark
Medlemmer: Ea Krogstrup, Kaj Hesselager, Line Ploug Bastholm
Observatør: Knud Tarp, Danske Ældreråd
Sekretær: Ida Elbæk
""",
        (
            "Lars Ejby | Direktør | Ternbæk Kommune | chair",
            "Sofie Dam Grandjean | Cheflæge | Sygehus Nordmark | vice_chair",
            "Ea Krogstrup |  |  | members",
            "Kaj Hesselager |  |  | members",
            "Line Ploug Bastholm |  |  | members",
            "Knud Tarp |  | Danske Ældreråd | observers",
            "Ida Elbæk |  |  | secretariat",
        ),
    ),
    "misc foreign": (
        """\
Deltagere
Fatima Al-Sayed, tværkulturel konsulent, Vestbro Kommune
Nguyen Thi Lan, sygeplejerske, Sygehus Vestbro
Zbigniew Kowalski, hospitalspræst, Sygehus Vestbro
Guðrun í Dali, klinisk diætist
Bo Ek, PLO
""",
        (
            "Fatima Al-Sayed | tværkulturel konsulent | Vestbro Kommune | participants",
            "Nguyen Thi Lan | sygeplejerske | Sygehus Vestbro | participants",
            "Zbigniew Kowalski | hospitalspræst | Sygehus Vestbro | participants",
            "Guðrun í Dali | klinisk diætist |  | participants",
            "Bo Ek |  | PLO | participants",
        ),
    ),
    "persons then afbud in same list w/ bullets, group by sector": (
        """\
• Kommuner
• Anders Gramstrup, chef for Ældre og Sundhed, Lunden Kommune
• Tove Kielsgaard, leder af visitationen, Havby Kommune
• Afbud
• Tove Kielsgaard, Havby Kommune
• Gæster
• Professor Mette Marie Dyhr, Sydhavns Universitet
""",
        (
            "Anders Gramstrup | chef for Ældre og Sundhed | Lunden Kommune < Kommuner | participants",
            "Tove Kielsgaard | leder af visitationen | visitationen; Havby Kommune < Kommuner | participants",
            "Tove Kielsgaard |  | Havby Kommune | apologies, apologies",
            "Mette Marie Dyhr | Professor | Sydhavns Universitet | guests",
        ),
    ),
    "line with title after name without comma": (
        """\
Deltagere
Mikkel Rasch centerchef
Bodil Anker Friis sygeplejefaglig direktør Regionspsykiatrien Vest
Karen Margrethe Holm-Hansen leder af Sundhedshuset i Vråby
""",
        (
            "Mikkel Rasch | centerchef |  | participants",
            "Bodil Anker Friis | sygeplejefaglig direktør | Regionspsykiatrien Vest | participants",
            "Karen Margrethe Holm-Hansen | leder af Sundhedshuset i Vråby | Sundhedshuset i Vråby | participants",
        ),
    ),
    "board style": (
        """\
Bestyrelsen
Formand Grete Bækby
Næstformand Ole Troelsø
Bestyrelsesmedlem Kaya Dinesen
Suppleant Rune Mejlvang
""",
        (
            "Grete Bækby |  |  | members, chair, in Bestyrelsen",
            "Ole Troelsø |  |  | members, vice_chair, in Bestyrelsen",
            "Kaya Dinesen |  |  | members, member, in Bestyrelsen",
            "Rune Mejlvang |  |  | deputies, in Bestyrelsen",
        ),
    ),
    "org before name with dash": (
        """\
Deltagere:
Region Strandland – Henny Overmark, afdelingschef
Kilde Kommune – Per Ove Langvad, sundhedschef, og Sanne Nim, konsulent
PLO – Dorthe Ek
""",
        (
            "Henny Overmark | afdelingschef | Region Strandland | participants",
            "Per Ove Langvad | sundhedschef | Kilde Kommune | participants",
            "Sanne Nim | konsulent | Kilde Kommune | participants",
            "Dorthe Ek |  | PLO | participants",
        ),
    ),
    "org colon names": (
        """\
Deltagere:
Kilde Kommune: Bent Ladegaard, Tina Mørk
Strand Kommune: Lis Haubro og Erik Friis Holm
Region Strandland: Vagn Toft (sekretariat)
Afbud: Asger Buhl, Kilde Kommune
""",
        (
            "Bent Ladegaard |  | Kilde Kommune | participants",
            "Tina Mørk |  | Kilde Kommune | participants",
            "Lis Haubro |  | Strand Kommune | participants",
            "Erik Friis Holm |  | Strand Kommune | participants",
            "Vagn Toft |  | Region Strandland | participants, secretary",
            "Asger Buhl |  | Kilde Kommune | apologies, apologies",
        ),
    ),
    "mixed secretariat suffix": (
        """\
Tilstedeværende: Jes Bruun-Petersen, formand for udvalget, Ann Ludvigsen, næstformand, Kaj Ove Bitsch, Nicolaj Wang
Fraværende: Maja Torp
Fra administrationen: Direktør Stig Elmo, centerchef Mai Rønn og konsulent Tobias Fris (referent)
""",
        (
            "Jes Bruun-Petersen |  |  | participants",
            "Ann Ludvigsen |  |  | participants, vice_chair",
            "Kaj Ove Bitsch |  |  | participants",
            "Nicolaj Wang |  |  | participants",
            "Maja Torp |  |  | apologies, apologies",
            "Stig Elmo | Direktør |  | participants",
            "Mai Rønn | centerchef |  | participants",
            "Tobias Fris | konsulent |  | participants, secretary",
        ),
    ),
    "initials list": (
        """\
Til stede: Karla Munk (KMU), Peter Ude (PUD), Sofie E. Bak (SEB)
Afbud: PUD
Ordstyrer: KMU
Referent: SEB
""",
        (
            "Karla Munk |  |  | participants, KMU",
            "Peter Ude |  |  | participants, PUD",
            "Sofie E. Bak |  |  | participants, SEB",
            "PUD |  |  | apologies, apologies",
            "KMU |  |  | chair",
            "SEB |  |  | minutes",
        ),
    ),
    "title in brackets": (
        """\
Deltagere
Ellen Tarp (sundhedschef, Brovig Kommune)
Mads Lyng (overlæge, Akutafdelingen, Brovig Sygehus)
Inge Falk (praktiserende læge)
""",
        (
            "Ellen Tarp | sundhedschef | Brovig Kommune | participants",
            "Mads Lyng | overlæge | Akutafdelingen; Brovig Sygehus | participants",
            "Inge Falk | praktiserende læge |  | participants",
        ),
    ),
    "colon title": (
        """\
Deltagere
Sundhedschef: Ellen Tarp
Ledende overlæge: Mads Lyng
Konsulent: Dan Bro
""",
        (
            "Ellen Tarp | Sundhedschef |  | participants",
            "Mads Lyng | Ledende overlæge |  | participants",
            "Dan Bro | Konsulent |  | participants",
        ),
    ),
    "honorifics and multi spaces": (
        """\
Deltagere
Hr. Jens Peter Thorn      Brovig Kommune       Direktør
Fru Aud Skar              Brovig Sygehus       Oversygeplejerske
Dr. Ravi Menon            PLO                  Praktiserende læge
""",
        (
            "Jens Peter Thorn | Direktør | Brovig Kommune | participants",
            "Aud Skar | Oversygeplejerske | Brovig Sygehus | participants",
            "Ravi Menon | Praktiserende læge | PLO | participants",
        ),
    ),
    "names only": (
        """\
Deltagere
Anne Mette Klint
Ib
Jørgen Vester-Hald
Nadja El Amrani
Referent
Ib
""",
        (
            "Anne Mette Klint |  |  | participants",
            "Ib |  |  | participants",
            "Jørgen Vester-Hald |  |  | participants",
            "Nadja El Amrani |  |  | participants",
            "Ib |  |  | minutes",
        ),
    ),
    "plural office": (
        """\
Deltagere:
Hospitalsdirektørerne Pia Lang og Ove Dyrby, Region Havnland
Borgmestrene Lis Brandt (A) og Kurt Vig (V)
""",
        (
            "Pia Lang | Hospitalsdirektørerne | Region Havnland | participants",
            "Ove Dyrby | Hospitalsdirektørerne | Region Havnland | participants",
            "Lis Brandt | Borgmestrene |  | participants, A",
            "Kurt Vig |  |  | participants, V",
        ),
    ),
    "non-person lines in list": (
        """\
Deltagere
Jane Tolstrup, chefkonsulent, Region Havnland
Se deltagerliste i bilag 1.
Mødet foregår virtuelt
Kaffe og rundstykker fra kl. 8.30
Dagsorden
1. Velkomst
""",
        ("Jane Tolstrup | chefkonsulent | Region Havnland | participants",),
    ),
    "presence columns": (
        """\
Navn	Til stede	Afbud
Lone Kær	x	
Mogens Bille		x
""",
        (
            "Lone Kær |  |  | participants, present",
            "Mogens Bille |  |  | participants, apologies",
        ),
    ),
    "bullets nested": (
        """\
Deltagere:
• Mosby Kommune
  ◦ Gurli Stenbæk, ældrechef
  ◦ Tom Krarup Lind, konsulent
• Sygehus Mosby
  ◦ Helle Rask Dam, chefsygeplejerske (formand)
• Afbud:
  ◦ Otto Glad, direktør, Mosby Kommune
""",
        (
            "Gurli Stenbæk | ældrechef |  < Mosby Kommune | participants",
            "Tom Krarup Lind | konsulent |  < Mosby Kommune | participants",
            "Helle Rask Dam | chefsygeplejerske |  < Sygehus Mosby | participants, chair",
            "Otto Glad | direktør | Mosby Kommune | apologies, apologies",
        ),
    ),
    "unknown given names": (
        """\
Deltagere
Thyrvald Skeel, direktør, Mosby Kommune
Aviendha Roos, jordemoderkonsulent, Sygehus Mosby
Quist Malling, patientrepræsentant
Deniz Ö. Aksoy, fysioterapeut
""",
        (
            "Thyrvald Skeel | direktør | Mosby Kommune | participants",
            "Aviendha Roos | jordemoderkonsulent | Sygehus Mosby | participants",
            "Quist Malling |  |  | participants, representative",
            "Deniz Ö. Aksoy | fysioterapeut |  | participants",
        ),
    ),
}
