<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BackupTexts</name>
    <message numerus="yes">
        <source>The newest backup is %n day(s) old.</source>
        <translation>
            <numerusform>The newest backup is %n day old.</numerusform>
            <numerusform>The newest backup is %n days old.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Backed up, read back and checked: %Ln entry(ies).</source>
        <translation>
            <numerusform>Backed up, read back and checked: %Ln entry.</numerusform>
            <numerusform>Backed up, read back and checked: %Ln entries.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoardTable</name>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaseTexts</name>
    <message numerus="yes">
        <source>about %n year(s) old</source>
        <translation>
            <numerusform>about %n year old</numerusform>
            <numerusform>about %n years old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) old</source>
        <translation>
            <numerusform>%n year old</numerusform>
            <numerusform>%n years old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n working day</numerusform>
            <numerusform>%n working days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at most %n day(s)</source>
        <translation>
            <numerusform>at most %n day</numerusform>
            <numerusform>at most %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeviceCareTexts</name>
    <message numerus="yes">
        <source>Device %1: %n entries that do not count are kept aside.</source>
        <translation>
            <numerusform>Device %1: %n entry that does not count is kept aside.</numerusform>
            <numerusform>Device %1: %n entries that do not count are kept aside.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Device %1: the other office does not count what stands last in %n records. It is to be said again.</source>
        <translation>
            <numerusform>Device %1: the other office does not count what stands last in %n record. It is to be said again.</numerusform>
            <numerusform>Device %1: the other office does not count what stands last in %n records. It is to be said again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IncomingPackages</name>
    <message numerus="yes">
        <source>%n entries were kept aside: their sender may not write these records. Call the sender.</source>
        <translation>
            <numerusform>%n entry was kept aside: their sender may not write these records. Call the sender.</numerusform>
            <numerusform>%n entries were kept aside: their sender may not write these records. Call the sender.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonalNumberCheck</name>
    <message numerus="yes">
        <source>A personal number has 12 digits; this one has %n.</source>
        <translation>
            <numerusform>A personal number has 12 digits; this one has %n.</numerusform>
            <numerusform>A personal number has 12 digits; this one has %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReceivedText</name>
    <message numerus="yes">
        <source>On %Ln case(s) two machines wrote differently; the office that keeps them chooses.</source>
        <translation>
            <numerusform>On %Ln case two machines wrote differently; the office that keeps them chooses.</numerusform>
            <numerusform>On %Ln cases two machines wrote differently; the office that keeps them chooses.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(ies) were kept aside: their writer may not write there.</source>
        <translation>
            <numerusform>%Ln entry was kept aside: their writer may not write there.</numerusform>
            <numerusform>%Ln entries were kept aside: their writer may not write there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(ies) were kept aside: they do not count.</source>
        <translation>
            <numerusform>%Ln entry was kept aside: they do not count.</numerusform>
            <numerusform>%Ln entries were kept aside: they do not count.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatutoryClock</name>
    <message numerus="yes">
        <source>%n working day(s) left</source>
        <translation>
            <numerusform>%n working day left</numerusform>
            <numerusform>%n working days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>%n minute left</numerusform>
            <numerusform>%n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) overdue</source>
        <translation>
            <numerusform>%n minute overdue</numerusform>
            <numerusform>%n minutes overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) overdue</source>
        <translation>
            <numerusform>%n hour overdue</numerusform>
            <numerusform>%n hours overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>%n day overdue</numerusform>
            <numerusform>%n days overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) late</source>
        <translation>
            <numerusform>%n minute late</numerusform>
            <numerusform>%n minutes late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) late</source>
        <translation>
            <numerusform>%n hour late</numerusform>
            <numerusform>%n hours late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TaskProgress</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open clock(s)</source>
        <translation>
            <numerusform>%n open clock</numerusform>
            <numerusform>%n open clocks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leaflet(s) and card(s)</source>
        <translation>
            <numerusform>%n leaflet and card</numerusform>
            <numerusform>%n leaflets and cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sent on as cases</source>
        <translation>
            <numerusform>%n sent on as cases</numerusform>
            <numerusform>%n sent on as cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Verification</name>
    <message numerus="yes">
        <source>%n entries count, wait or are kept aside otherwise than the entries themselves say.</source>
        <translation>
            <numerusform>%n entry counts, waits or is kept aside otherwise than the entries themselves say.</numerusform>
            <numerusform>%n entries count, wait or are kept aside otherwise than the entries themselves say.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parts are still here although a decision to erase them is in force.</source>
        <translation>
            <numerusform>%n part is still here although a decision to erase it is in force.</numerusform>
            <numerusform>%n parts are still here although a decision to erase them is in force.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Device %1: %n entries wait for others that have not come.</source>
        <translation>
            <numerusform>Device %1: %n entry waits for others that have not come.</numerusform>
            <numerusform>Device %1: %n entries wait for others that have not come.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>maiam::AccessPage</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in a list</source>
        <translation>
            <numerusform>%n file in a list</numerusform>
            <numerusform>%n files in a list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) in one save</source>
        <translation>
            <numerusform>%n record in one save</numerusform>
            <numerusform>%n records in one save</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>maiam::ActivitiesPage</name>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>maiam::BoardPage</name>
    <message numerus="yes">
        <source>%n case(s) wait for the commune to choose.</source>
        <translation>
            <numerusform>%n case wait for the commune to choose.</numerusform>
            <numerusform>%n cases wait for the commune to choose.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) to remind are on the clipboard.</source>
        <translation>
            <numerusform>%n unit to remind are on the clipboard.</numerusform>
            <numerusform>%n units to remind are on the clipboard.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>maiam::CasePage</name>
    <message numerus="yes">
        <source>%n year(s) old</source>
        <translation>
            <numerusform>%n year old</numerusform>
            <numerusform>%n years old</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>maiam::CaseTableModel</name>
    <message numerus="yes">
        <source>%n year(s) old</source>
        <translation>
            <numerusform>%n year old</numerusform>
            <numerusform>%n years old</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>maiam::CasesPage</name>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first %n result(s); more letters find fewer</source>
        <translation>
            <numerusform>the first %n result; more letters find fewer</numerusform>
            <numerusform>the first %n results; more letters find fewer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>maiam::ChildTableModel</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>maiam::ChildrenPage</name>
    <message numerus="yes">
        <source>%n result(s)</source>
        <translation>
            <numerusform>%n result</numerusform>
            <numerusform>%n results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n child(ren), by given name</source>
        <translation>
            <numerusform>%n child, by given name</numerusform>
            <numerusform>%n children, by given name</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first %n result(s); more letters find fewer</source>
        <translation>
            <numerusform>the first %n result; more letters find fewer</numerusform>
            <numerusform>the first %n results; more letters find fewer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>maiam::CopiesCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more; “Who looked” lists them all</source>
        <translation>
            <numerusform>and %n more; “Who looked” lists them all</numerusform>
            <numerusform>and %n more; “Who looked” lists them all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>maiam::DevicesPage</name>
    <message numerus="yes">
        <source>%n wait for others that have not come</source>
        <translation>
            <numerusform>%n waits for others that have not come</numerusform>
            <numerusform>%n wait for others that have not come</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>maiam::DoubtsCard</name>
    <message numerus="yes">
        <source>and %n more…</source>
        <translation>
            <numerusform>and %n more…</numerusform>
            <numerusform>and %n more…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>maiam::DraftsCard</name>
    <message numerus="yes">
        <source>and %n more…</source>
        <translation>
            <numerusform>and %n more…</numerusform>
            <numerusform>and %n more…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(%n drafts)</source>
        <translation>
            <numerusform>(%n draft)</numerusform>
            <numerusform>(%n drafts)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>maiam::DueTimes</name>
    <message numerus="yes">
        <source>%n matter(s) overdue.</source>
        <translation>
            <numerusform>%n matter overdue.</numerusform>
            <numerusform>%n matters overdue.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n matter(s) due today.</source>
        <translation>
            <numerusform>%n matter due today.</numerusform>
            <numerusform>%n matters due today.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n matter(s) due tomorrow.</source>
        <translation>
            <numerusform>%n matter due tomorrow.</numerusform>
            <numerusform>%n matters due tomorrow.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n matter(s) due on %1.</source>
        <translation>
            <numerusform>%n matter due on %1.</numerusform>
            <numerusform>%n matters due on %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n matter(s) due at %1.</source>
        <translation>
            <numerusform>%n matter due at %1.</numerusform>
            <numerusform>%n matters due at %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n matter(s) due tomorrow at %1.</source>
        <translation>
            <numerusform>%n matter due tomorrow at %1.</numerusform>
            <numerusform>%n matters due tomorrow at %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n matter(s) due on %1 at %2.</source>
        <translation>
            <numerusform>%n matter due on %1 at %2.</numerusform>
            <numerusform>%n matters due on %1 at %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>maiam::ErasurePage</name>
    <message numerus="yes">
        <source>%n part(s) of entries</source>
        <translation>
            <numerusform>%n part of entries</numerusform>
            <numerusform>%n parts of entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marked place(s) in other records and drafts go too.</source>
        <translation>
            <numerusform>%n marked place in other records and drafts go too.</numerusform>
            <numerusform>%n marked places in other records and drafts go too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other place(s) may still hold the name; they stand below.</source>
        <translation>
            <numerusform>%n other place may still hold the name; it stands below.</numerusform>
            <numerusform>%n other places may still hold the name; they stand below.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This child, %n case(s) and what belongs to them</source>
        <translation>
            <numerusform>This child, %n case and what belongs to them</numerusform>
            <numerusform>This child, %n cases and what belongs to them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) of this file go too, whoever typed them.</source>
        <translation>
            <numerusform>%n draft of this file goes too, whoever typed it.</numerusform>
            <numerusform>%n drafts of this file go too, whoever typed them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>maiam::ErasuresPage</name>
    <message numerus="yes">
        <source>%n part(s) of entries</source>
        <translation>
            <numerusform>%n part of entries</numerusform>
            <numerusform>%n parts of entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>maiam::ExchangePage</name>
    <message numerus="yes">
        <source>Not yet sent: %Ln record(s).</source>
        <translation>
            <numerusform>Not yet sent: %Ln record.</numerusform>
            <numerusform>Not yet sent: %Ln records.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(ies)</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: from %2, %Ln entry(ies), sealed %3</source>
        <translation>
            <numerusform>%1: from %2, %Ln entry, sealed %3</numerusform>
            <numerusform>%1: from %2, %Ln entries, sealed %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>maiam::HandoverLeavingStep</name>
    <message numerus="yes">
        <source>%1 has typed %n form(s) and not saved them; the page &quot;Today&quot; lists them. The person should save them or throw them away before the hand-over. What is left goes to a colleague who may write when the person is removed, and stays with the person who becomes a viewer.</source>
        <translation>
            <numerusform>%1 has typed %n form and not saved it; the page &quot;Today&quot; lists it. The person should save it or throw it away before the hand-over. What is left goes to a colleague who may write when the person is removed, and stays with the person who becomes a viewer.</numerusform>
            <numerusform>%1 has typed %n forms and not saved them; the page &quot;Today&quot; lists them. The person should save them or throw them away before the hand-over. What is left goes to a colleague who may write when the person is removed, and stays with the person who becomes a viewer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>maiam::HistoryCard</name>
    <message numerus="yes">
        <source>and %n more field(s)</source>
        <translation>
            <numerusform>and %n more field</numerusform>
            <numerusform>and %n more fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %n change(s)</source>
        <translation>
            <numerusform>Show all %n change</numerusform>
            <numerusform>Show all %n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>maiam::IncidentsPage</name>
    <message numerus="yes">
        <source>about %n child(ren)</source>
        <translation>
            <numerusform>about %n child</numerusform>
            <numerusform>about %n children</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leak(s)</source>
        <translation>
            <numerusform>%n leak</numerusform>
            <numerusform>%n leaks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>maiam::PeoplePage</name>
    <message numerus="yes">
        <source>%n person(s) can open the register</source>
        <translation>
            <numerusform>%n person can open the register</numerusform>
            <numerusform>%n people can open the register</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>maiam::ReportPage</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>maiam::TodayPage</name>
    <message numerus="yes">
        <source>%n matter(s) with a time set by law</source>
        <translation>
            <numerusform>%n matter with a time set by law</numerusform>
            <numerusform>%n matters with a time set by law</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n matter(s) this week</source>
        <translation>
            <numerusform>%n matter this week</numerusform>
            <numerusform>%n matters this week</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) of the old workbook have not been looked through. They have no clock until then.</source>
        <translation>
            <numerusform>%n case of the old workbook have not been looked through. They have no clock until then.</numerusform>
            <numerusform>%n cases of the old workbook have not been looked through. They have no clock until then.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>maiam::TodaySide</name>
    <message numerus="yes">
        <source>%Ln record(s) not packed yet.</source>
        <translation>
            <numerusform>%Ln record not packed yet.</numerusform>
            <numerusform>%Ln records not packed yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>maiam::WorkPages</name>
    <message numerus="yes">
        <source>Not yet sent: %n record(s)</source>
        <translation>
            <numerusform>Not yet sent: %n record</numerusform>
            <numerusform>Not yet sent: %n records</numerusform>
        </translation>
    </message>
</context>
</TS>
