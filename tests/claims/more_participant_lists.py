"""Further invented lists: run-on text, sides of a table, forms, columns side by side; in the form of :mod:`claims.participant_lists`."""

from __future__ import annotations

MORE_LISTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "seats by who appoints, personal deputies": (
        "Referat af møde i Styregruppen for det specialiserede socialområde\n"
        "Dato: 2. oktober 2019\n"
        "\n"
        "Udpeget af KKR:\n"
        "Direktør Lars Oluf Tange, Brovst Å Kommune (medformand)\n"
        "Socialchef Anne Gadegaard Kruse, Havnstrup Kommune\n"
        "Suppleant for Anne Gadegaard Kruse: Centerchef Peter Stilling, Havnstrup Kommune\n"
        "\n"
        "Udpeget af Region Havnstrup:\n"
        "Psykiatridirektør Ole Ryttersgaard\n"
        "Vakant (afventer ny socialdirektør)\n",
        (
            "Lars Oluf Tange | Direktør | Brovst Å Kommune < KKR | members, chair",
            "Anne Gadegaard Kruse | Socialchef | Havnstrup Kommune < KKR | members",
            "Peter Stilling | Centerchef | Havnstrup Kommune < KKR | members, deputy, Suppleant for Anne Gadegaard Kruse",
            "Ole Ryttersgaard | Psykiatridirektør |  < Region Havnstrup | members",
            "(vacant) afventer ny socialdirektør | afventer ny socialdirektør |  < Region Havnstrup | members",
        ),
    ),
    "bodies with their people, one behind the other on a wrapped line": (
        "Referat\n"
        "Med til mødet var:\n"
        "fra Havnstrup Kommune: Ole Ryttersgaard (dekan), Anne Kruse (portør) fra Brovst Sygehus: Lise Tange (overlæge)\n",
        (
            "Ole Ryttersgaard | dekan | Havnstrup Kommune | participants",
            "Anne Kruse | portør | Havnstrup Kommune | participants",
            "Lise Tange | overlæge | Brovst Sygehus | participants",
        ),
    ),
    "people with middle dots between them": (
        "Referat\nRådets sekretariat: Rektor Ole Ryttersgaard, SOSU Havnstrup · Prodekan Anne Kruse, UC Brovst\n",
        (
            "Ole Ryttersgaard | Rektor | SOSU Havnstrup | secretariat",
            "Anne Kruse | Prodekan | UC Brovst | secretariat",
        ),
    ),
    "first names only": (
        "Mødereferat\n"
        "Projektgruppe Sår på Tværs\n"
        "15.03.2024 kl. 9-11, Teams\n"
        "\n"
        "Deltagere: Rikke (Nordby Kommune), Jonna (sårsygeplejerske, Hospital Søkysten), Ahmed (projektleder), Lise-Lotte og Per fra Åbjerg Kommune\n"
        "Afbud: Karen Margrethe\n"
        "Referent: Ahmed\n"
        "\n"
        "1. Status\n"
        "Jonna fortalte om indsatsen. Ahmed følger op.\n",
        (
            "Rikke |  | Nordby Kommune | participants",
            "Jonna | sårsygeplejerske | Hospital Søkysten | participants",
            "Ahmed | projektleder |  | participants",
            "Lise-Lotte |  | Åbjerg Kommune | participants",
            "Per |  | Åbjerg Kommune | participants",
            "Karen Margrethe |  |  | apologies, apologies",
            "Ahmed |  |  | minutes",
        ),
    ),
    "sides by for and their body": (
        "Praksisplanudvalget\n"
        "Referat 3. december 2015\n"
        "\n"
        "Deltagere\n"
        "for Region Stensø:\n"
        " Henrik Vad (formand)\n"
        " Mette Abildgaard Toft\n"
        "for kommunerne:\n"
        " Borgmester Ulla Skaaning, Tranekær Kommune\n"
        "for PLO-Stensø:\n"
        " Michael Frank Bach\n"
        " Dorte Elisabeth Rye (suppleant for Lis Juul Kragh)\n"
        "\n"
        "Afbud fra Lis Juul Kragh og Jytte Damgaard Sand.\n"
        "Sagsfremstilling\n",
        (
            "Henrik Vad |  |  < Region Stensø | participants, chair",
            "Mette Abildgaard Toft |  |  < Region Stensø | participants",
            "Ulla Skaaning | Borgmester | Tranekær Kommune < kommunerne | participants",
            "Michael Frank Bach |  |  < PLO-Stensø | participants",
            "Dorte Elisabeth Rye |  |  < PLO-Stensø | participants, suppleant for Lis Juul Kragh",
            "Lis Juul Kragh |  |  | apologies, apologies",
            "Jytte Damgaard Sand |  |  | apologies, apologies",
        ),
    ),
    "labels of sides": (
        "Samarbejdsudvalget\n"
        "Referat af møde den 14.1.2021 kl. 15:30\n"
        "\n"
        "Fra PLO: Jan Ulrik Holm (næstformand), Tove Sørensen Dahl, Bo Klit\n"
        "Fra regionen: Lena Marie Ravn (formand), Gert Bohn, Afd.chef Vibeke Skytte, konsulent Nikolaj Thane (sekretær)\n"
        "Gæster: Overlæge Sara Wium, Kvalitetsenheden (pkt. 4)\n"
        "Punkt 1. Godkendelse af dagsorden\n",
        (
            "Jan Ulrik Holm |  | PLO | participants, vice_chair",
            "Tove Sørensen Dahl |  | PLO | participants",
            "Bo Klit |  | PLO | participants",
            "Lena Marie Ravn |  | regionen | participants, chair",
            "Gert Bohn |  | regionen | participants",
            "Vibeke Skytte | Afd.chef | regionen | participants",
            "Nikolaj Thane | konsulent | regionen | participants, secretary",
            "Sara Wium | Overlæge | Kvalitetsenheden | guests",
        ),
    ),
    "came instead, left at a time": (
        "Det administrative kontaktforum\n"
        "Referat af mødet 9. juni 2011\n"
        "\n"
        "Mødedeltagere\n"
        "Region Nordsø\n"
        "- Vicedirektør Gitte Bisgaard, Sygehus Nordsø (deltog under punkt 1-4)\n"
        "Kommuner\n"
        "- Direktør Inga Lyhne, Thorsted\n"
        "- Ældrechef Poul-Erik Noe, Mors Kommune (i stedet for Jan Rosendahl)\n"
        "- Sundhedschef Charlotte Bro, Vesthav Kommune, forlod mødet kl. 11\n"
        "Praktiserende læger\n"
        "- Annette Kirk, praksiskoordinator\n"
        "- Ejnar Thyø\n"
        "1. Velkomst\n",
        (
            "Gitte Bisgaard | Vicedirektør | Sygehus Nordsø < Region Nordsø | participants",
            "Inga Lyhne | Direktør | Thorsted < Kommuner | participants",
            "Poul-Erik Noe | Ældrechef | Mors Kommune < Kommuner | participants, i stedet for Jan Rosendahl",
            "Charlotte Bro | Sundhedschef | Vesthav Kommune < Kommuner | participants, forlod mødet kl. 11",
            "Annette Kirk | praksiskoordinator |  | participants",
            "Ejnar Thyø |  |  | participants",
        ),
    ),
    "forms of fields": (
        "Referat Temagruppen for Børn og Unge\n"
        "Dato: 5. maj 2020\n"
        "Navn: Lise Dahlgaard Beck\n"
        "Titel: Områdechef\n"
        "Organisation: Hald Kommune\n"
        "\n"
        "Navn: Per Stenvang\n"
        "Titel: Overlæge\n"
        "Organisation: Børneafdelingen, Sygehus Hald\n"
        "\n"
        "Afbud: Ingen\n"
        "1. Nyt\n",
        (
            "Lise Dahlgaard Beck | Områdechef | Hald Kommune | participants",
            "Per Stenvang | Overlæge | Børneafdelingen; Sygehus Hald | participants",
        ),
    ),
    "label of members, a colon list of officials": (
        "Beslutningsprotokol\n"
        "Ældrerådet i Skovby Kommune\n"
        "Mødet den 7. april 2016 kl. 10.00 i mødelokale B\n"
        "\n"
        "Medlemmer: Formand Gudrun Bach Lolk, Næstformand Arne Silke, Else Vibe-Petersen, Leo Frandsen, Karla Dyrlund samt Jytte Mark (afbud)\n"
        "Fra forvaltningen: Ældrechef Maria Kirk Søndergaard og konsulent Ib Skou\n"
        "Fraværende: Leo Frandsen\n"
        "Sag 1. Budget 2017\n"
        "Maria Kirk Søndergaard gennemgik budgettet.\n",
        (
            "Gudrun Bach Lolk |  |  | members, chair",
            "Arne Silke |  |  | members, vice_chair",
            "Else Vibe-Petersen |  |  | members",
            "Leo Frandsen |  |  | members",
            "Karla Dyrlund |  |  | members",
            "Jytte Mark |  |  | members, apologies",
            "Maria Kirk Søndergaard | Ældrechef |  | participants",
            "Ib Skou | konsulent |  | participants",
            "Leo Frandsen |  |  | apologies, apologies",
        ),
    ),
    "columns by tabs without a head": (
        "Styregruppemøde - Hjerneskadesamarbejdet\n"
        "12. november 2018\n"
        "Deltagere:\n"
        "Kirsten Bundgaard Lau\tDirektør\tVestbo Kommune\tFormand\n"
        "Ole Mikkel Tast\tCenterleder\tHjerneskadecentret\t\n"
        "Jana Novak\tNeuropsykolog\tRegionshospital Nordfjord\tAfbud\n"
        "Bent Dalsgaard Kvist\tPårørende\tHjernesagen\t\n"
        "Pia Toft\tKonsulent\tVestbo Kommune\tReferent\n"
        "1) Velkomst\n",
        (
            "Kirsten Bundgaard Lau | Direktør | Vestbo Kommune | participants, chair",
            "Ole Mikkel Tast | Centerleder | Hjerneskadecentret | participants",
            "Jana Novak | Neuropsykolog | Regionshospital Nordfjord | participants, apologies",
            "Bent Dalsgaard Kvist |  | Hjernesagen | participants, member",
            "Pia Toft | Konsulent | Vestbo Kommune | participants, secretary",
        ),
    ),
    "run-on with begge": (
        "KOORDINATIONSUDVALGET FOR AKUTOMRÅDET\n"
        "REFERAT\n"
        "\n"
        "Onsdag den 3. februar 2010, kl. 9.00\n"
        "\n"
        "Til stede var:  Overlæge Jørn Kastrup, oversygeplejerske Vivi Lund Mark, begge Akutafdelingen, Hospital Syd, vagtchef "
        "Tommy Rise, Præhospitalet, afdelingsleder Gerda Ulv, Hjemmeplejen i Aabo Kommune, praktiserende læge Max Ferdinand Noll "
        "og AC-fuldmægtig Trine Palle Bro (referent).\n"
        "\n"
        "Afbud var modtaget fra visitator Nina Gade, Tved Kommune.\n"
        "\n"
        "1. Siden sidst\n",
        (
            "Jørn Kastrup | Overlæge | Akutafdelingen; Hospital Syd | participants",
            "Vivi Lund Mark | oversygeplejerske | Akutafdelingen; Hospital Syd | participants",
            "Tommy Rise | vagtchef | Præhospitalet | participants",
            "Gerda Ulv | afdelingsleder | Hjemmeplejen i Aabo Kommune | participants",
            "Max Ferdinand Noll | praktiserende læge |  | participants",
            "Trine Palle Bro | AC-fuldmægtig |  | participants, secretary",
        ),
    ),
    "degrees, initials of surnames": (
        "REFERAT\n"
        "Dialogforum for Ældre og Sundhed\n"
        "Torsdag d. 6. juni 2019\n"
        "\n"
        "Deltagere:\n"
        "* Jette Holm-Rasmussen, formand, Ældresagen Vejrup\n"
        "* Knud Erik Ø. Pallesen, Danske Seniorer\n"
        "* Distriktsleder Tanja Feldt Krogh & assisterende områdeleder Jon Bang, Vejrup Kommune\n"
        "* Pia Lundtofte (Vejrup Kommune), Lars Ø (Vejrup Kommune), Sofie M. Elkjær (Region Midtland)\n"
        "* Prof. Dr. med. Henning Sjøberg\n"
        "* cand.scient.san. Astrid Bloch, projektmedarbejder\n"
        "* Mette F. og Ole P. (studerende)\n"
        "\n"
        "Afbud: Alice Brun (syg), Carsten Dige (ferie) og Ruth Ibsen\n"
        "Sekretær: Eva Bang Olesen\n"
        "\n"
        "1. Velkomst ved Jette\n",
        (
            "Jette Holm-Rasmussen |  | Ældresagen Vejrup | participants, chair",
            "Knud Erik Ø. Pallesen |  | Danske Seniorer | participants",
            "Tanja Feldt Krogh | Distriktsleder | Vejrup Kommune | participants",
            "Jon Bang | assisterende områdeleder | Vejrup Kommune | participants",
            "Pia Lundtofte |  | Vejrup Kommune | participants",
            "Lars Ø |  | Vejrup Kommune | participants",
            "Sofie M. Elkjær |  | Region Midtland | participants",
            "Henning Sjøberg |  |  | participants",
            "Astrid Bloch | projektmedarbejder |  | participants",
            "Mette F. |  |  | participants",
            "Ole P. | studerende |  | participants",
            "Alice Brun |  |  | apologies, apologies",
            "Carsten Dige |  |  | apologies, apologies",
            "Ruth Ibsen |  |  | apologies, apologies",
            "Eva Bang Olesen |  |  | secretariat",
        ),
    ),
    "dashes: name, body, title": (
        "Mødenotat\n"
        "Klyngesamarbejde Vest, fagligt forum\n"
        "Tid: 8/3 2023\n"
        "\n"
        "Deltagende:\n"
        "Anja Fogh Thomsen, VK\n"
        "Torben Hauge (TH), VK\n"
        "Nynne Lauge – Regionspsykiatrien Vest – funktionsleder\n"
        "Ali Reza Karimi – Regionshospitalet Vest – overlæge – mødeleder\n"
        "Lotte Lillelund Hagen – Lemby Kommune – sundhedskonsulent – referent\n"
        "Gæst: Rasmus Ploug (fra Steno Diabetes Center Vest)\n"
        "Afbud:\n"
        "Merete Solvang – Lemby Kommune\n"
        "Dennis Q. Larsen – PLO\n"
        "\n"
        "Ad 1. Godkendelse af referat\n"
        "TH spurgte til økonomien.\n",
        (
            "Anja Fogh Thomsen |  | VK | participants",
            "Torben Hauge |  | VK | participants, TH",
            "Nynne Lauge | funktionsleder | Regionspsykiatrien Vest | participants",
            "Ali Reza Karimi | overlæge | Regionshospitalet Vest | participants, chair",
            "Lotte Lillelund Hagen | sundhedskonsulent | Lemby Kommune | participants, secretary",
            "Rasmus Ploug |  | Steno Diabetes Center Vest | guests",
            "Merete Solvang |  | Lemby Kommune | apologies, apologies",
            "Dennis Q. Larsen |  | PLO | apologies, apologies",
        ),
    ),
    "offices as headings": (
        "Dagsorden for møde i Sundhedspolitisk Udvalg\n"
        "Deltagere:\n"
        "Formand:\n"
        "Regionsrådsmedlem Svend Tarp (V)\n"
        "Næstformand:\n"
        "Borgmester Ida Kjær-Mose (A), Stenby Kommune\n"
        "Øvrige:\n"
        "Regionsrådsmedlem Niels-Peter Frost (O)\n"
        "Byrådsmedlem Camilla Ørum (Ø), Tofteby Kommune\n"
        "Repræsentant for DSR: Kredsformand Gerd Vind\n"
        "Sekretariatet:\n"
        "Janus Holt\n"
        "1. Indledning\n",
        (
            "Svend Tarp | Regionsrådsmedlem |  | chair, V",
            "Ida Kjær-Mose | Borgmester | Stenby Kommune | vice_chair, A",
            "Niels-Peter Frost | Regionsrådsmedlem |  | members, O",
            "Camilla Ørum | Byrådsmedlem | Tofteby Kommune | members, Ø",
            "Gerd Vind | Kredsformand | DSR | members, representative",
            "Janus Holt |  |  | secretariat",
        ),
    ),
    "semicolons": (
        "Forretningsudvalget for Kronikernetværket\n"
        "Mødereferat 11.11.11\n"
        "\n"
        "Deltog: Kim Ravn Nielsen, Holte Kommune; Sanne Bak, Holte Kommune; Lisbeth Thy, Hospital Nord; Chr. Bundgaard, PLO\n"
        "Deltog ikke: Ulf Staun, Hospital Nord; Betty Gram, Patientforeningen\n"
        "Ordstyrer: Sanne\n"
        "Referent: Kim\n"
        "1. Økonomi\n"
        "Lisbeth orienterede.\n",
        (
            "Kim Ravn Nielsen |  | Holte Kommune | participants",
            "Sanne Bak |  | Holte Kommune | participants",
            "Lisbeth Thy |  | Hospital Nord | participants",
            "Chr. Bundgaard |  | PLO | participants",
            "Ulf Staun |  | Hospital Nord | apologies, apologies",
            "Betty Gram |  | Patientforeningen | apologies, apologies",
            "Sanne |  |  | chair",
            "Kim |  |  | minutes",
        ),
    ),
    "crosses and deputies in columns": (
        "Styregruppen for velfærdsteknologi\n"
        "Referat 1. marts 2018\n"
        "Medlem\tOrganisation\tSuppleant\tFremmødt\n"
        "Lars Top\tNørby Kommune\tBo Riis\tx\n"
        "Ida Rold\tRegion Østhav\tAne Holk\t\n"
        "Tom Skov\tPLO\t-\tx\n"
        "1. Status\n",
        (
            "Lars Top |  | Nørby Kommune | participants, present",
            "Bo Riis |  |  | participants, deputy",
            "Ida Rold |  | Region Østhav | participants",
            "Ane Holk |  |  | participants, deputy",
            "Tom Skov |  | PLO | participants, present",
        ),
    ),
    "two lists side by side": (
        "Til stede:\tAfbud:\nLærke Dam Holst, Vejby Kommune\tBorgmester Jon Ask (V),\nOle Birk, PLO\tTofte Kommune\n",
        (
            "Lærke Dam Holst |  | Vejby Kommune | participants",
            "Jon Ask | Borgmester | Tofte Kommune | apologies, V, apologies",
            "Ole Birk |  | PLO | participants",
        ),
    ),
    "bodies and titles without a comma": (
        "Deltagere: Borgmester Sven-Ove Holm (A), Lilleby Kommune Udvalgsformand Pia Rix Juhl (C), Nørre Lund Kommune "
        "Praktiserende læge Jørn Laub, PLO-Sund\n",
        (
            "Sven-Ove Holm | Borgmester | Lilleby Kommune | participants, A",
            "Pia Rix Juhl | Udvalgsformand | Nørre Lund Kommune | participants, C",
            "Jørn Laub | Praktiserende læge | PLO-Sund | participants",
        ),
    ),
    "a body below its person": (
        "Medlemmer\nChef Lykke Aabo, Elverød Kommune\nSygeplejerske Gurli M. Stub\nBirkeby Kommune\nChef Jens Tved, Tårn Kommune\n",
        (
            "Lykke Aabo | Chef | Elverød Kommune | members",
            "Gurli M. Stub | Sygeplejerske | Birkeby Kommune | members",
            "Jens Tved | Chef | Tårn Kommune | members",
        ),
    ),
    "a wrapped body": (
        "Deltagere\nBorgmester Frank Jürs (V), Holme\nKommune\nOle Birk, PLO\n",
        (
            "Frank Jürs | Borgmester | Holme Kommune | participants, V",
            "Ole Birk |  | PLO | participants",
        ),
    ),
    "names, then as many titles": (
        "Deltagere:\n"
        "Sofie Bruhn (formand)\n"
        "Klaus Dreyer Nim\n"
        "Referent: Klaus Dreyer Nim\n"
        "\n"
        "Deltagere\n"
        "Vicedirektør, Sygehus Tved\n"
        "Ældrechef, Tved Kommune\n",
        (
            "Sofie Bruhn | Vicedirektør | Sygehus Tved | participants, chair",
            "Klaus Dreyer Nim | Ældrechef | Tved Kommune | participants",
            "Klaus Dreyer Nim |  |  | minutes",
        ),
    ),
    "a sentence behind the apologies": (
        "Afbud: Michael Stoff, Kløven Kommune. Ulla Vind måtte gå kl. 15.\n",
        ("Michael Stoff |  | Kløven Kommune | apologies, apologies",),
    ),
    "a misspelt title": (
        "Deltagere\nOversygeplerske Bente Fogh Riis, Sygehus Tved\nKommunaldirketør Ib Skou\n",
        (
            "Bente Fogh Riis | Oversygeplerske | Sygehus Tved | participants",
            "Ib Skou | Kommunaldirketør |  | participants",
        ),
    ),
}
