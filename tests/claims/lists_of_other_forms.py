"""Lists in forms that the other tables do not hold: cards, signs, surnames first, bodies by name; in the form of :mod:`claims.participant_lists`."""

from __future__ import annotations

LISTS_OF_OTHER_FORMS: dict[str, tuple[str, tuple[str, ...]]] = {
    "seats by who appoints them, told as sentences without a stop": (
        "Medlemsoversigt for Kystrådet\n"
        "Region Havland har udpeget:\n"
        "Borgmester Tove Krag (C), Vejby Kommune, formand\n"
        "KKR har udpeget:\n"
        "Byrådsmedlem Ole Birk (F), Lunde Kommune\n"
        "Suppleanter:\n"
        "Inga Holt (A) for Tove Krag\n",
        (
            "Tove Krag | Borgmester | Vejby Kommune < Region Havland | members, chair, C",
            "Ole Birk | Byrådsmedlem | Lunde Kommune < KKR | members, F",
            "Inga Holt |  |  | deputies, A, for Tove Krag",
        ),
    ),
    "name, title and body each on a line": (
        "Medlemmer af Fagligt Forum\n"
        "\n"
        "Lone Krag\n"
        "Vicedirektør\n"
        "Regionshospitalet Tved\n"
        "\n"
        "Henrik Milling\n"
        "Sundheds- og omsorgschef\n"
        "Vejby Kommune\n"
        "Tlf. 00 00 00 00\n"
        "\n"
        "Simone Bak\n"
        "Praktiserende læge\n"
        "PLO Vejby\n",
        (
            "Lone Krag | Vicedirektør | Regionshospitalet Tved | members, in Fagligt Forum",
            "Henrik Milling | Sundheds- og omsorgschef | Vejby Kommune | members, in Fagligt Forum",
            "Simone Bak | Praktiserende læge | PLO Vejby | members, in Fagligt Forum",
        ),
    ),
    "initials explained before the names": (
        "Beslutningslog\nDeltog: LT = Lise Toft, Vejby Kommune (mødeleder); OBJ = Ole Bang-Jensen, KL\nDeltog ikke: MK: Mia Krag, PLO-Vest\n",
        (
            "Lise Toft |  | Vejby Kommune | participants, chair, LT",
            "Ole Bang-Jensen |  | KL | participants, OBJ",
            "Mia Krag |  | PLO-Vest | apologies, apologies, MK",
        ),
    ),
    "two with a stroke share the brackets, a student's title, a surname that is a point of the compass": (
        "Referat\nDeltagere: Lise Holm Vest (Danske Regioner), Ole Thy/Per Thy (Smertesagen), stud.med. Tom Birk (KL, referent)\n",
        (
            "Lise Holm Vest |  | Danske Regioner | participants",
            "Ole Thy |  | Smertesagen | participants",
            "Per Thy |  | Smertesagen | participants",
            "Tom Birk | stud.med | KL | participants, secretary",
        ),
    ),
    "a column of bodies, and one of names with titles": (
        "Kommissorium for Temagruppen\n\nMedlemmer\n\n| Repræsenterer | Navn og titel |\n| Kommunerne, Øst | Sundhedsplejerske Ida Toft, Lyngslev |\n"
        "| Regionen | Jonas Præstegaard, Nært Samarbejde |\n",
        (
            "Ida Toft | Sundhedsplejerske | Kommunerne; Lyngslev | members",
            "Jonas Præstegaard |  | Regionen; Nært Samarbejde | members",
        ),
    ),
    "bodies with their years, labels that are none": (
        "Deltagere\nLungerådet 2011-2018: Vibe Staun\nNetværket siden 2018: professor Morten Kaas\nTekst: Mia Krag, januar 2022\n",
        (
            "Vibe Staun |  | Lungerådet | participants",
            "Morten Kaas | professor | Netværket | participants",
        ),
    ),
    "initials in a column of their own": (
        "Referat\n\nTil stede\nJKB  Jens Karup Bisgaard, anlægschef (fmd.)\n"
        "TRL  Tove Rask Lyngholm, hospitalsdirektør, Sygehus Vest\nKL Karen Lund\n",
        (
            "Jens Karup Bisgaard | anlægschef |  | participants, chair, JKB",
            "Tove Rask Lyngholm | hospitalsdirektør | Sygehus Vest | participants, TRL",
            "Karen Lund |  | KL | participants",
        ),
    ),
    "signed, and not signed": (
        "Deltagere\nGorm Lind, forretningsfører        sign.\nPia Sejr, Falck                  sign.\n"
        "Vagn Skytte, Vig Brandvæsen             udebl. (syg)\n",
        (
            "Gorm Lind | forretningsfører |  | participants, present",
            "Pia Sejr |  | Falck | participants, present",
            "Vagn Skytte |  | Vig Brandvæsen | participants, apologies",
        ),
    ),
    "an invitation of a calendar": (
        "Indkaldelse\nMødeleder: Louise Beck\nObligatorisk: Iben Skotte (KL); Nikolaj Brun (Datakraft)\n"
        "Valgfri: Preben Holst\nHar afslået: Suna Kilic\n",
        (
            "Louise Beck |  |  | chair",
            "Iben Skotte |  | KL | participants",
            "Nikolaj Brun |  | Datakraft | participants",
            "Preben Holst |  |  | guests",
            "Suna Kilic |  |  | apologies, apologies",
        ),
    ),
    "an occupation that no list knows, a body before a title, a unit that ends as a title": (
        "Referat\nDeltagere: Mia Lund, sundhedsplejerske, samt lokalbetjent Karl Juul,"
        " Ole Thy, Hjerteforeningen Specialkonsulent Lise Hyl, Vig Kommune,"
        " Anna Kjær, Koncernøkonomi\n",
        (
            "Mia Lund | sundhedsplejerske |  | participants",
            "Karl Juul | lokalbetjent |  | participants",
            "Ole Thy |  | Hjerteforeningen | participants",
            "Lise Hyl | Specialkonsulent | Vig Kommune | participants",
            "Anna Kjær |  | Koncernøkonomi | participants",
        ),
    ),
    "initials in a column behind the body, a deputy by initials, places, the same place": (
        "Deltager\tAfd.\tInit.\nGorm Tandrup (fmd.)\tProjektafdelingen\tGT\nLise-Lotte Krarup Elm\tAkutafdelingen\tLKE\nNima Far\tfor LKE\tNF\n"
        "Vibe Eng, Nørre Dalum\nRuth Ell, Tved Ældreråd\nKnud Lin, samme sted\n",
        (
            "Gorm Tandrup |  | Projektafdelingen | participants, chair, GT",
            "Lise-Lotte Krarup Elm |  | Akutafdelingen | participants, LKE",
            "Nima Far |  |  | participants, for LKE, NF",
            "Vibe Eng |  | Nørre Dalum | participants",
            "Ruth Ell |  | Tved Ældreråd | participants",
            "Knud Lin |  |  | participants",
        ),
    ),
    "surname first": (
        "Medlemsliste\nMedlemmer\nAndersen, Lise (sundhedschef, Vejby Kommune)\nBruun, Morten K. (cheflæge, Sygehus Vest)\n",
        (
            "Lise Andersen | sundhedschef | Vejby Kommune | members",
            "Morten K. Bruun | cheflæge | Sygehus Vest | members",
        ),
    ),
    "names in capitals": (
        "Referat\nDeltagere:\nMETTE LINDHOLT, sundhedschef, Vejby Kommune\nOLE BANG-JENSEN, overlæge, Sygehus Nord\n",
        (
            "Mette Lindholt | sundhedschef | Vejby Kommune | participants",
            "Ole Bang-Jensen | overlæge | Sygehus Nord | participants",
        ),
    ),
    "a body by name, and by a title and a name": (
        "Referat\nDeltagere:\nVejby Kommune v/ Lise Hjul og Per Nim\nRegionshospitalet v/ kvalitetschef Tom Birk\n",
        (
            "Lise Hjul |  | Vejby Kommune | participants",
            "Per Nim |  | Vejby Kommune | participants",
            "Tom Birk | kvalitetschef | Regionshospitalet | participants",
        ),
    ),
    "bodies that sent nobody": (
        "Referat\nDeltagere:\nVejby Kommune: Pia Hjort og Jens Krag\nLunde Kommune: Afbud\nSygehuset: ingen deltagelse\nRegionen: Birger Lund\n",
        (
            "Pia Hjort |  | Vejby Kommune | participants",
            "Jens Krag |  | Vejby Kommune | participants",
            "Birger Lund |  | Regionen | participants",
        ),
    ),
    "times behind names": (
        "Referat\nTil stede: Lykke Hjort (fra kl. 10), Søren Vik (til kl. 11.30), Gunhild Nim (via Zoom)\n",
        (
            "Lykke Hjort |  |  | participants, fra kl. 10",
            "Søren Vik |  |  | participants, til kl. 11.30",
            "Gunhild Nim |  |  | participants, present",
        ),
    ),
    "titles that no list knows, in brackets as those of others": (
        "Referat\nDeltagere: Ane Holt (overlæge), Bjarke Sten (flowmaster), Dagny Krag (forløbsguide, Vejby Kommune), Emil Birk (på vej)\n",
        (
            "Ane Holt | overlæge |  | participants",
            "Bjarke Sten | flowmaster |  | participants",
            "Dagny Krag | forløbsguide | Vejby Kommune | participants",
            "Emil Birk |  |  | participants",
        ),
    ),
    "signs before the names": (
        "Referat\nDeltagerkreds (x = deltog, ÷ = afbud)\nx  Tine Holt, vicedirektør, Sygehus Nord\n÷  Malene Birk, sundhedschef, Vejby Kommune\n",
        (
            "Tine Holt | vicedirektør | Sygehus Nord | participants, present",
            "Malene Birk | sundhedschef | Vejby Kommune | participants, apologies",
        ),
    ),
    "numbers with points": (
        "Kommissorium\n"
        "4     Medlemmer\n"
        "4.1   Lægekonsulent Tove Krag, Region Havland – formand\n"
        "4.2   Bostedsleder Conny Lau, Vejby Kommune\n"
        "4.3   En repræsentant for Fagforbundet (ikke udpeget endnu)\n",
        (
            "Tove Krag | Lægekonsulent | Region Havland | members, chair",
            "Conny Lau | Bostedsleder | Vejby Kommune | members",
            "(vacant) En repræsentant for Fagforbundet |  | Fagforbundet | members, representative",
        ),
    ),
    "heading with the body, names behind it": (
        "Referat\nDeltagere fra Vejby Kommune: Anne Holt, Bo Lind. Afbud: Finn Juhl.\n",
        (
            "Anne Holt |  |  < Vejby Kommune | participants",
            "Bo Lind |  |  < Vejby Kommune | participants",
            "Finn Juhl |  |  | apologies, apologies",
        ),
    ),
    "who came instead of nobody named": (
        "Referat\nDeltagere\nTove Krag, AUH\nFra Lunde Kommune mødte i stedet Anders Birk\n",
        (
            "Tove Krag |  | AUH | participants",
            "Anders Birk |  | Lunde Kommune | participants, deputy",
        ),
    ),
    "letters behind a stroke, footnote signs": (
        "Referat\nDeltagere: Ditte Vad/VK, Cia Holm*, Bo Friis/afbud\n",
        (
            "Ditte Vad |  | VK | participants",
            "Cia Holm |  |  | participants",
            "Bo Friis |  |  | participants, apologies",
        ),
    ),
    "a question as heading": (
        "Opsamling\nHvem var der?\nAnne Sofie Krag (ordstyrer, Vejby Kommune), Torunn Aas (PLO)\n",
        (
            "Anne Sofie Krag |  | Vejby Kommune | participants, chair",
            "Torunn Aas |  | PLO | participants",
        ),
    ),
    "chair of a council that is another body": (
        "Referat\nDeltagere\nTove Krag, direktør, Vejby Kommune\nYusuf Birk, formand, Ældrerådet i Vejby Kommune\n",
        (
            "Tove Krag | direktør | Vejby Kommune | participants",
            "Yusuf Birk | formand | Ældrerådet i Vejby Kommune | participants",
        ),
    ),
    "vacant seats in many words": (
        "Medlemmer\n"
        "Ole Birk – Vejby Kommune\n"
        "Ubesat – Almen praksis\n"
        "Posten er ledig – Patientforeningerne\n"
        "Praktiserende læge – afventer udpegning fra PLO\n"
        "Vakant (Lunde Kommune)\n"
        "Vejby Sygehus: p.t. ikke besat\n",
        (
            "Ole Birk |  | Vejby Kommune | members",
            "(vacant) Almen praksis |  | Almen praksis | members",
            "(vacant) Patientforeningerne |  | Patientforeningerne | members",
            "(vacant) Praktiserende læge | Praktiserende læge |  | members",
            "(vacant) Lunde Kommune |  | Lunde Kommune | members",
            "(vacant) Vejby Sygehus |  | Vejby Sygehus | members",
        ),
    ),
    "units between semicolons, places behind a collective": (
        "Referat\n"
        "Deltagere: Ledende jordemoder Ida Krag, Fødegangen Sund; Overlæge Karim Haddad, Sund Sygehus\n"
        "Kommunerne: Jens Holt (Vejby) og Lise Birk (Lunde)\n",
        (
            "Ida Krag | Ledende jordemoder | Fødegangen Sund | participants",
            "Karim Haddad | Overlæge | Sund Sygehus | participants",
            "Jens Holt |  | Vejby | participants",
            "Lise Birk |  | Lunde | participants",
        ),
    ),
    "lines that go on with a small word": (
        "Referat\nDeltagere:\nHanne Krag, afdelingschef og\nIb Holt, Vejby Kommune, samt\nLise Birk, konsulent,\n",
        (
            "Hanne Krag | afdelingschef |  | participants",
            "Ib Holt |  | Vejby Kommune | participants",
            "Lise Birk | konsulent |  | participants",
        ),
    ),
    "small words before a colon": (
        "Referat\nMed: Ketty (Ketty Krag, landsformand), Flemming Juhl Birk (kasserer)\nUden: Ib Holt (syg)\n",
        (
            "Ketty Krag | landsformand |  | participants",
            "Flemming Juhl Birk | kasserer |  | participants",
            "Ib Holt |  |  | apologies, apologies",
        ),
    ),
    "both of the last ones, and the last of them": (
        "Referat\nDeltagere: kontorchef Dorrit Krag og fuldmægtig Mie Birk (begge Region Havland, sidstnævnte referent)\n",
        (
            "Dorrit Krag | kontorchef | Region Havland | participants",
            "Mie Birk | fuldmægtig | Region Havland | participants, secretary",
        ),
    ),
    "a column of deputies, one of them missing": (
        "Medlemmer af Havnerådet\nUdpeget af | Medlem | Suppleant\n"
        "Danske Patienter | Ruth Krag (formand) | Carsten Birk\nDanske Ældreråd | Finn Holt | Vakant\n",
        (
            "Ruth Krag |  | Danske Patienter | members, chair, in Havnerådet",
            "Carsten Birk |  | Danske Patienter | members, deputy, in Havnerådet",
            "Finn Holt |  | Danske Ældreråd | members, in Havnerådet",
            "(vacant) Suppleant |  |  | members, deputy, in Havnerådet",
        ),
    ),
}
