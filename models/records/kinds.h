// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/records/kind.h"

#include <QtGlobal>

/// Every kind of record that an office keeps, declared once. A new field is one line here, plus its widget.
/// Names and codes are stable for ever: they stand in journals and packages.
namespace maiam {

using enum FieldType;

/// The installation (thiết bị): its key, certified by its office. Always entry 1 of a device.
struct DeviceFields
{
    static constexpr Field Key { "key", Bytes, IdentityClass::Open, QT_TRANSLATE_NOOP("Records", "Device key") };
    static constexpr Field Office { "office", Bytes, IdentityClass::Open, QT_TRANSLATE_NOOP("Records", "Office") };
    static constexpr Field OfficeKey { "office_key", Bytes, IdentityClass::Open,
        QT_TRANSLATE_NOOP("Records", "Office key") };
    static constexpr Field Certificate { "certificate", Bytes, IdentityClass::Open,
        QT_TRANSLATE_NOOP("Records", "Certificate") };
    static constexpr const Field* All[] = { &Key, &Office, &OfficeKey, &Certificate };
};

/// The office (cơ quan): a commune's People's Committee or the provincial health department.
struct OfficeFields
{
    static constexpr Field Unit { "unit", Code, IdentityClass::Open, QT_TRANSLATE_NOOP("Records", "Unit"), "units" };
    static constexpr Field Name { "name", Text, IdentityClass::Open, QT_TRANSLATE_NOOP("Records", "Office name") };
    static constexpr Field Role { "role", Code, IdentityClass::Open, QT_TRANSLATE_NOOP("Records", "Role") };
    static constexpr Field Signer { "signer", Text, IdentityClass::Narrative, QT_TRANSLATE_NOOP("Records", "Signer") };
    static constexpr Field SignerTitle { "signer_title", Text, IdentityClass::Narrative,
        QT_TRANSLATE_NOOP("Records", "Signer's title") };
    static constexpr const Field* All[] = { &Unit, &Name, &Role, &Signer, &SignerTitle };
};

/// A person who opens the register (người dùng). Stays in the office.
struct UserFields
{
    static constexpr Field Login { "login", Text, IdentityClass::Narrative, QT_TRANSLATE_NOOP("Records", "User name") };
    static constexpr Field DisplayName { "display_name", Text, IdentityClass::Narrative,
        QT_TRANSLATE_NOOP("Records", "Full name") };
    static constexpr Field Role { "role", Code, IdentityClass::Narrative, QT_TRANSLATE_NOOP("Records", "Role") };
    static constexpr Field Post { "post", Text, IdentityClass::Narrative, QT_TRANSLATE_NOOP("Records", "Post") };
    static constexpr Field KeyChanged { "key_changed", Moment, IdentityClass::Narrative,
        QT_TRANSLATE_NOOP("Records", "Passphrase set") };
    static constexpr const Field* All[] = { &Login, &DisplayName, &Role, &Post, &KeyChanged };
};

/// The child and the family (trẻ em và gia đình), with or without a case.
struct ChildFields
{
    static constexpr auto Subject = IdentityClass::Subject;
    static constexpr Field FileCode { "code", Text, IdentityClass::Open, QT_TRANSLATE_NOOP("Records", "Child's code"),
        nullptr, SearchUse::Word, true };
    static constexpr Field Name { "name", Text, Subject, QT_TRANSLATE_NOOP("Records", "Full name"), nullptr,
        SearchUse::Name };
    static constexpr Field Birth { "birth", Date, Subject, QT_TRANSLATE_NOOP("Records", "Date of birth") };
    static constexpr Field Sex { "sex", Code, IdentityClass::Open, QT_TRANSLATE_NOOP("Records", "Sex"), "sexes" };
    static constexpr Field EthnicGroup { "ethnic_group", Code, Subject, QT_TRANSLATE_NOOP("Records", "Ethnic group"),
        "ethnic-groups" };
    static constexpr Field PersonalNumber { "number", Text, Subject, QT_TRANSLATE_NOOP("Records", "Personal number"),
        nullptr, SearchUse::Number, true };
    static constexpr Field Father { "father", Text, Subject, QT_TRANSLATE_NOOP("Records", "Father"), nullptr,
        SearchUse::Name };
    static constexpr Field Mother { "mother", Text, Subject, QT_TRANSLATE_NOOP("Records", "Mother or carer"), nullptr,
        SearchUse::Name };
    static constexpr Field Carer { "carer", Text, Subject, QT_TRANSLATE_NOOP("Records", "Who cares for the child now"),
        nullptr, SearchUse::Name };
    static constexpr Field Village { "village", Text, Subject, QT_TRANSLATE_NOOP("Records", "Place of residence"),
        nullptr, SearchUse::Word };
    static constexpr Field School { "school", Text, Subject, QT_TRANSLATE_NOOP("Records", "School and class") };
    static constexpr Field Group { "group", Code, Subject, QT_TRANSLATE_NOOP("Records", "Special circumstances"),
        "groups" };
    static constexpr Field Registered { "registered", Moment, IdentityClass::Open,
        QT_TRANSLATE_NOOP("Records", "Registered"), nullptr, SearchUse::No, true };
    static constexpr Field Origin { "origin", Code, IdentityClass::Open, QT_TRANSLATE_NOOP("Records", "Origin") };
    static constexpr Field Note { "note", LongText, IdentityClass::Narrative, QT_TRANSLATE_NOOP("Records", "Note") };
    static constexpr const Field* All[] = { &FileCode, &Name, &Birth, &Sex, &EthnicGroup, &PersonalNumber, &Father,
        &Mother, &Carer, &Village, &School, &Group, &Registered, &Origin, &Note };
};

/// A report of a risk or of abuse and the case that it became (hồ sơ vụ việc), Decree 56/2017 Articles 25–32.
struct CaseFields
{
    static constexpr auto Open = IdentityClass::Open;
    static constexpr auto Narrative = IdentityClass::Narrative;
    static constexpr Field FileCode { "code", Text, Open, QT_TRANSLATE_NOOP("Records", "Case code"), nullptr,
        SearchUse::Word, true };
    static constexpr Field Child { "child", Reference, Open, QT_TRANSLATE_NOOP("Records", "Child"), nullptr,
        SearchUse::No, true };
    static constexpr Field Kind { "kind", Code, Open, QT_TRANSLATE_NOOP("Records", "Kind of abuse"), "abuse-kinds" };
    static constexpr Field Received { "received", Moment, Open, QT_TRANSLATE_NOOP("Records", "Received"), nullptr,
        SearchUse::No, true };
    static constexpr Field HotlineReceived { "hotline_received", Moment, Open,
        QT_TRANSLATE_NOOP("Records", "Received by 111") };
    static constexpr Field Source { "source", Code, Open, QT_TRANSLATE_NOOP("Records", "Source of the information"),
        "sources" };
    static constexpr Field Channel { "channel", Code, Open, QT_TRANSLATE_NOOP("Records", "Received by way of"),
        "channels" };
    static constexpr Field Age { "age", Integer, Open, QT_TRANSLATE_NOOP("Records", "Age at reception") };
    static constexpr Field Environment { "environment", Code, Open, QT_TRANSLATE_NOOP("Records", "Environment"),
        "environments" };
    static constexpr Field Step { "step", Code, Open, QT_TRANSLATE_NOOP("Records", "Step"), "steps", SearchUse::No,
        true };
    static constexpr Field StepReason { "step_reason", LongText, Narrative,
        QT_TRANSLATE_NOOP("Records", "Why a step was skipped") };
    static constexpr Field Outcome { "outcome", Code, Open, QT_TRANSLATE_NOOP("Records", "Outcome of the report"),
        "report-outcomes" };
    static constexpr Field Assessed { "assessed", Moment, Open,
        QT_TRANSLATE_NOOP("Records", "Initial assessment done") };
    static constexpr Field EmergencyDecided { "emergency_decided", Moment, Open,
        QT_TRANSLATE_NOOP("Records", "Emergency measures decided") };
    static constexpr Field Emergency { "emergency", Code, Open, QT_TRANSLATE_NOOP("Records", "Emergency measures"),
        "emergency-needs" };
    static constexpr Field PlanStart { "plan_start", Moment, Open,
        QT_TRANSLATE_NOOP("Records", "Start of the plan's period") };
    static constexpr Field PlanSubmitted { "plan_submitted", Moment, Open,
        QT_TRANSLATE_NOOP("Records", "Plan submitted") };
    static constexpr Field PlanApproved { "plan_approved", Moment, Open,
        QT_TRANSLATE_NOOP("Records", "Plan approved") };
    // The plan after a review (Article 30); the first one keeps its moments, which the reports count. Of several only
    // the latest stands here, the others in the history.
    static constexpr Field ReplanStart { "replan_start", Moment, Open,
        QT_TRANSLATE_NOOP("Records", "Start of the new plan's period") };
    static constexpr Field ReplanSubmitted { "replan_submitted", Moment, Open,
        QT_TRANSLATE_NOOP("Records", "New plan submitted") };
    static constexpr Field ReplanApproved { "replan_approved", Moment, Open,
        QT_TRANSLATE_NOOP("Records", "New plan approved") };
    /// The heads of the case and of Mẫu 02 that were approved with the plan, one after the other, ascending
    /// (journal.md, law 4).
    static constexpr Field ApprovedHeads { "approved_heads", Bytes, Open,
        QT_TRANSLATE_NOOP("Records", "What was approved") };
    static constexpr Field IsolationFrom { "isolation_from", Moment, Open,
        QT_TRANSLATE_NOOP("Records", "Temporary isolation from"), nullptr, SearchUse::No, true };
    static constexpr Field IsolationUntil { "isolation_until", Date, Open,
        QT_TRANSLATE_NOOP("Records", "Last day of the temporary isolation") };
    static constexpr Field IsolationEnded { "isolation_ended", Moment, Open,
        QT_TRANSLATE_NOOP("Records", "Temporary isolation ended") };
    static constexpr Field NextReview { "next_review", Moment, Open, QT_TRANSLATE_NOOP("Records", "Next review"),
        nullptr, SearchUse::No, false, true };
    static constexpr Field Supported { "supported", Moment, Open, QT_TRANSLATE_NOOP("Records", "First support given") };
    static constexpr Field Closed { "closed", Moment, Open, QT_TRANSLATE_NOOP("Records", "Closed"), nullptr,
        SearchUse::No, true };
    static constexpr Field Origin { "origin", Code, Open, QT_TRANSLATE_NOOP("Records", "Origin") };
    static constexpr Field Summary { "summary", LongText, Narrative,
        QT_TRANSLATE_NOOP("Records", "What happened, and where") };
    static constexpr Field Place { "place", Text, IdentityClass::Subject,
        QT_TRANSLATE_NOOP("Records", "Where it happened") };
    static constexpr Field Condition { "condition", LongText, Narrative,
        QT_TRANSLATE_NOOP("Records", "The child's present condition") };
    static constexpr Field PriorAction { "prior_action", LongText, Narrative,
        QT_TRANSLATE_NOOP("Records", "Done before the report came in") };
    static constexpr Field ReporterName { "reporter_name", Text, IdentityClass::Reporter,
        QT_TRANSLATE_NOOP("Records", "Reporter") };
    static constexpr Field ReporterPhone { "reporter_phone", Text, IdentityClass::Reporter,
        QT_TRANSLATE_NOOP("Records", "Reporter's telephone") };
    static constexpr Field ReporterAddress { "reporter_address", Text, IdentityClass::Reporter,
        QT_TRANSLATE_NOOP("Records", "Reporter's address") };
    static constexpr Field SuspectName { "suspect_name", Text, IdentityClass::Suspect,
        QT_TRANSLATE_NOOP("Records", "Suspected person") };
    static constexpr Field SuspectRelation { "suspect_relation", Code, IdentityClass::Suspect,
        QT_TRANSLATE_NOOP("Records", "Relation to the child"), "relations" };
    static constexpr Field ContactSafety { "contact_safety", LongText, Narrative,
        QT_TRANSLATE_NOOP("Records", "Safe ways of contact") };
    static constexpr Field Note { "note", LongText, Narrative, QT_TRANSLATE_NOOP("Records", "Note") };
    static constexpr const Field* All[] = { &FileCode, &Child, &Kind, &Received, &HotlineReceived, &Source, &Channel,
        &Age, &Environment, &Step, &StepReason, &Outcome, &Assessed, &EmergencyDecided, &Emergency, &PlanStart,
        &PlanSubmitted, &PlanApproved, &ReplanStart, &ReplanSubmitted, &ReplanApproved, &ApprovedHeads, &IsolationFrom,
        &IsolationUntil, &IsolationEnded, &NextReview, &Supported, &Closed, &Origin, &Summary, &Place, &Condition,
        &PriorAction, &ReporterName, &ReporterPhone, &ReporterAddress, &SuspectName, &SuspectRelation, &ContactSafety,
        &Note };
};

/// The initial assessment of risk and harm (Mẫu 02, Decree 56/2017 Article 26).
struct AssessmentFields
{
    static constexpr auto Open = IdentityClass::Open;
    static constexpr Field Case { "case", Reference, Open, QT_TRANSLATE_NOOP("Records", "Case"), nullptr, SearchUse::No,
        true };
    static constexpr Field Done { "done", Moment, Open, QT_TRANSLATE_NOOP("Records", "Assessed at") };
    static constexpr Field Harm { "harm", Code, Open, QT_TRANSLATE_NOOP("Records", "Harm to the child"),
        "conclusions" };
    static constexpr Field Recurrence { "recurrence", Code, Open, QT_TRANSLATE_NOOP("Records", "Risk of further abuse"),
        "conclusions" };
    static constexpr Field SelfProtection { "self_protection", Code, Open,
        QT_TRANSLATE_NOOP("Records", "Ability to protect itself"), "conclusions" };
    static constexpr Field Support { "support", Code, Open, QT_TRANSLATE_NOOP("Records", "Support by others"),
        "conclusions" };
    static constexpr Field Conclusion { "conclusion", Code, Open, QT_TRANSLATE_NOOP("Records", "Conclusion"),
        "conclusions" };
    static constexpr Field Reason { "reason", LongText, IdentityClass::Narrative,
        QT_TRANSLATE_NOOP("Records", "Reason") };
    static constexpr Field Measures { "measures", LongText, IdentityClass::Narrative,
        QT_TRANSLATE_NOOP("Records", "Temporary safety measures") };
    static constexpr const Field* All[] = { &Case, &Done, &Harm, &Recurrence, &SelfProtection, &Support, &Conclusion,
        &Reason, &Measures };
};

/// A class, training, communication event or counselling day (lớp, tập huấn, truyền thông, điểm tư vấn).
struct SessionFields
{
    static constexpr auto Open = IdentityClass::Open;
    static constexpr Field Type { "type", Code, Open, QT_TRANSLATE_NOOP("Records", "Type"), "session-types",
        SearchUse::No, true };
    static constexpr Field Starts { "starts", Moment, Open, QT_TRANSLATE_NOOP("Records", "When"), nullptr,
        SearchUse::No, true };
    static constexpr Field State { "state", Code, Open, QT_TRANSLATE_NOOP("Records", "State"), "session-states" };
    static constexpr Field Minutes { "minutes", Integer, Open, QT_TRANSLATE_NOOP("Records", "Length in minutes") };
    static constexpr Field Title { "title", Text, IdentityClass::Narrative, QT_TRANSLATE_NOOP("Records", "Subject") };
    static constexpr Field Place { "place", Text, IdentityClass::Narrative, QT_TRANSLATE_NOOP("Records", "Place") };
    static constexpr Field Male { "male", Integer, Open, QT_TRANSLATE_NOOP("Records", "Men and boys") };
    static constexpr Field Female { "female", Integer, Open, QT_TRANSLATE_NOOP("Records", "Women and girls") };
    static constexpr Field Unspecified { "unspecified", Integer, Open,
        QT_TRANSLATE_NOOP("Records", "Sex not counted") };
    static constexpr Field AgeBand { "age_band", Code, Open, QT_TRANSLATE_NOOP("Records", "Age of the children"),
        "age-bands" };
    static constexpr Field Hotlines { "hotlines", Flag, Open,
        QT_TRANSLATE_NOOP("Records", "Hotlines 111 and 18001769 made known") };
    static constexpr Field Materials { "materials", Integer, Open,
        QT_TRANSLATE_NOOP("Records", "Leaflets and cards given") };
    static constexpr Field Referred { "referred", Integer, Open, QT_TRANSLATE_NOOP("Records", "Sent on as cases") };
    static constexpr Field Note { "note", LongText, IdentityClass::Narrative, QT_TRANSLATE_NOOP("Records", "Note") };
    static constexpr const Field* All[] = { &Type, &Starts, &State, &Minutes, &Title, &Place, &Male, &Female,
        &Unspecified, &AgeBand, &Hotlines, &Materials, &Referred, &Note };
};

/// How one of the directive's tasks stands in a year (nhiệm vụ chỉ thị).
struct TaskFields
{
    static constexpr Field Task { "task", Code, IdentityClass::Open, QT_TRANSLATE_NOOP("Records", "Task"),
        "directive-tasks", SearchUse::No, true };
    static constexpr Field Year { "year", Integer, IdentityClass::Open, QT_TRANSLATE_NOOP("Records", "Year") };
    static constexpr Field State { "state", Code, IdentityClass::Open, QT_TRANSLATE_NOOP("Records", "State"),
        "task-states" };
    static constexpr Field Note { "note", LongText, IdentityClass::Narrative, QT_TRANSLATE_NOOP("Records", "Note") };
    static constexpr const Field* All[] = { &Task, &Year, &State, &Note };
};

/// What the officer adds to the report of one period (nhận xét của cán bộ).
struct RemarkFields
{
    static constexpr Field Period { "period", Text, IdentityClass::Open, QT_TRANSLATE_NOOP("Records", "Period"),
        nullptr, SearchUse::No, true };
    static constexpr Field Remark { "remark", LongText, IdentityClass::Narrative,
        QT_TRANSLATE_NOOP("Records", "Remarks") };
    static constexpr const Field* All[] = { &Period, &Remark };
};

/// What an office says of a device that is lost for good (thiết bị đã mất): up to which entry it counts, and which
/// numbers nobody holds any more (journal.md, law 5). Its id is named after the device; a rule of its chain.
struct RetirementFields
{
    static constexpr Field Device { "device", Bytes, IdentityClass::Open, QT_TRANSLATE_NOOP("Records", "Device") };
    static constexpr Field LastSeq { "last_seq", Integer, IdentityClass::Open,
        QT_TRANSLATE_NOOP("Records", "Last entry") };
    static constexpr Field LastHash { "last_hash", Bytes, IdentityClass::Open,
        QT_TRANSLATE_NOOP("Records", "Hash of the last entry") };
    static constexpr Field Missing { "missing", Text, IdentityClass::Open,
        QT_TRANSLATE_NOOP("Records", "Entries that are lost") }; ///< "12-14,20": digits only
    static constexpr const Field* All[] = { &Device, &LastSeq, &LastHash, &Missing };
};

/// Which of two histories of one device counts (nhánh đúng): the branch through this entry (journal.md, law 9). Its id
/// is named after the device; a rule of its chain.
struct BranchFields
{
    static constexpr Field Device { "device", Bytes, IdentityClass::Open, QT_TRANSLATE_NOOP("Records", "Device") };
    static constexpr Field Seq { "seq", Integer, IdentityClass::Open,
        QT_TRANSLATE_NOOP("Records", "Entry on the branch that counts") };
    static constexpr Field Hash { "hash", Bytes, IdentityClass::Open,
        QT_TRANSLATE_NOOP("Records", "Hash of that entry") };
    static constexpr const Field* All[] = { &Device, &Seq, &Hash };
};

/// The erasure of identity parts by decision (hủy dữ liệu theo quyết định, journal.md, law 10).
struct ErasureFields
{
    static constexpr auto Open = IdentityClass::Open;
    static constexpr Field Targets { "targets", Bytes, Open,
        QT_TRANSLATE_NOOP("Records", "Entries and parts to erase") }; ///< 33 bytes each: class, hash of the entry
    static constexpr Field Decision { "decision", Text, Open, QT_TRANSLATE_NOOP("Records", "Number of the decision") };
    static constexpr Field Decided { "decided", Date, Open, QT_TRANSLATE_NOOP("Records", "Date of the decision") };
    static constexpr Field Ground { "ground", Code, Open, QT_TRANSLATE_NOOP("Records", "Ground"), "erasure-grounds" };
    static constexpr Field Leader { "leader", Reference, Open, QT_TRANSLATE_NOOP("Records", "Leader who agreed") };
    static constexpr Field Administrator { "administrator", Reference, Open,
        QT_TRANSLATE_NOOP("Records", "Administrator who agreed") };
    static constexpr const Field* All[] = { &Targets, &Decision, &Decided, &Ground, &Leader, &Administrator };
};

/// Why a record must be kept whatever is asked (lý do phải giữ lại): proceedings, inspection, archive.
struct HoldFields
{
    static constexpr auto Open = IdentityClass::Open;
    static constexpr Field About { "about", Reference, Open, QT_TRANSLATE_NOOP("Records", "Record that is kept"),
        nullptr, SearchUse::No, true };
    static constexpr Field Ground { "ground", Code, Open, QT_TRANSLATE_NOOP("Records", "Ground"), "hold-grounds" };
    static constexpr Field Since { "since", Moment, Open, QT_TRANSLATE_NOOP("Records", "Kept since") };
    static constexpr Field Lifted { "lifted", Moment, Open, QT_TRANSLATE_NOOP("Records", "No longer kept since") };
    static constexpr const Field* All[] = { &About, &Ground, &Since, &Lifted };
};

/// Access to a child's file is restricted (hạn chế truy cập): what an office answers to a request to erase, unless it
/// decides otherwise (journal.md, law 10). Its id is named after the child.
struct RestrictionFields
{
    static constexpr auto Open = IdentityClass::Open;
    static constexpr Field About { "about", Reference, Open, QT_TRANSLATE_NOOP("Records", "Child whose file it is"),
        nullptr, SearchUse::No, true };
    static constexpr Field Ground { "ground", Code, Open, QT_TRANSLATE_NOOP("Records", "Who asked for it"),
        "restriction-grounds" };
    static constexpr Field Since { "since", Moment, Open, QT_TRANSLATE_NOOP("Records", "Restricted since") };
    static constexpr Field Lifted { "lifted", Moment, Open, QT_TRANSLATE_NOOP("Records", "No longer restricted since"),
        nullptr, SearchUse::No, true };
    static constexpr const Field* All[] = { &About, &Ground, &Since, &Lifted };
};

/// A leak of personal data (sự cố lộ dữ liệu): what got out, what was done, the notice that the Law on Personal Data
/// Protection 91/2025/QH15 wants within 72 hours. Stays in the office: what went wrong there is no part of a month's
/// figures, and its texts tell where files can be found. Kept for at least five years, so nobody erases it.
struct IncidentFields
{
    static constexpr auto Own = IdentityClass::Narrative;
    static constexpr Field Found { "found", Moment, Own, QT_TRANSLATE_NOOP("Records", "Found out"), nullptr,
        SearchUse::No, true };
    static constexpr Field Happened { "happened", Date, Own, QT_TRANSLATE_NOOP("Records", "Day on which it happened") };
    static constexpr Field Kind { "kind", Code, Own, QT_TRANSLATE_NOOP("Records", "Kind of leak"), "incident-kinds" };
    static constexpr Field Place { "place", Text, Own, QT_TRANSLATE_NOOP("Records", "Place of the leak") };
    static constexpr Field Story { "story", LongText, Own, QT_TRANSLATE_NOOP("Records", "How it happened") };
    static constexpr Field DataIdentity { "data_identity", Flag, Own,
        QT_TRANSLATE_NOOP("Records", "Leaked: names, ages, features") };
    static constexpr Field DataFamily { "data_family", Flag, Own,
        QT_TRANSLATE_NOOP("Records", "Leaked: parents, carers, relatives") };
    static constexpr Field DataContact { "data_contact", Flag, Own,
        QT_TRANSLATE_NOOP("Records", "Leaked: addresses, telephones") };
    static constexpr Field DataSchool { "data_school", Flag, Own,
        QT_TRANSLATE_NOOP("Records", "Leaked: school, class, results") };
    static constexpr Field DataHealth { "data_health", Flag, Own,
        QT_TRANSLATE_NOOP("Records", "Leaked: health, medical records") };
    static constexpr Field DataCase { "data_case", Flag, Own,
        QT_TRANSLATE_NOOP("Records", "Leaked: the case, private life") };
    static constexpr Field DataMedia { "data_media", Flag, Own,
        QT_TRANSLATE_NOOP("Records", "Leaked: pictures, recordings") };
    static constexpr Field DataPapers { "data_papers", Flag, Own,
        QT_TRANSLATE_NOOP("Records", "Leaked: identity papers, ethnic group") };
    static constexpr Field DataReporter { "data_reporter", Flag, Own,
        QT_TRANSLATE_NOOP("Records", "Leaked: who reported") };
    static constexpr Field DataSuspect { "data_suspect", Flag, Own,
        QT_TRANSLATE_NOOP("Records", "Leaked: who is suspected") };
    static constexpr Field DataKeys { "data_keys", Flag, Own,
        QT_TRANSLATE_NOOP("Records", "Leaked: keys or passphrases of the register") };
    static constexpr Field Children { "children", Integer, Own,
        QT_TRANSLATE_NOOP("Records", "Children concerned, about") };
    static constexpr Field Cases { "cases", Text, Own, QT_TRANSLATE_NOOP("Records", "Codes of the files concerned") };
    static constexpr Field Done { "done", LongText, Own, QT_TRANSLATE_NOOP("Records", "Done at once") };
    static constexpr Field Harm { "harm", LongText, Own, QT_TRANSLATE_NOOP("Records", "Consequences") };
    static constexpr Field Measures { "measures", LongText, Own, QT_TRANSLATE_NOOP("Records", "Measures against it") };
    static constexpr Field Contact { "contact", Text, Own, QT_TRANSLATE_NOOP("Records", "Who answers questions") };
    static constexpr Field NoticeStory { "notice_story", LongText, Own,
        QT_TRANSLATE_NOOP("Records", "Notice: how it happened") };
    static constexpr Field NoticeData { "notice_data", LongText, Own,
        QT_TRANSLATE_NOOP("Records", "Notice: the data concerned") };
    static constexpr Field Recipient { "recipient", Text, Own, QT_TRANSLATE_NOOP("Records", "Notice sent to") };
    static constexpr Field Number { "number", Text, Own, QT_TRANSLATE_NOOP("Records", "Number of the notice") };
    static constexpr Field Sent { "sent", Moment, Own, QT_TRANSLATE_NOOP("Records", "Notice sent") };
    static constexpr Field LateReason { "late_reason", LongText, Own,
        QT_TRANSLATE_NOOP("Records", "Why the notice is late") };
    static constexpr Field NoNotice { "no_notice", LongText, Own,
        QT_TRANSLATE_NOOP("Records", "Why no notice is needed") };
    static constexpr Field Closed { "closed", Moment, Own, QT_TRANSLATE_NOOP("Records", "Leak closed"), nullptr,
        SearchUse::No, true };
    static constexpr const Field* All[] = { &Found, &Happened, &Kind, &Place, &Story, &DataIdentity, &DataFamily,
        &DataContact, &DataSchool, &DataHealth, &DataCase, &DataMedia, &DataPapers, &DataReporter, &DataSuspect,
        &DataKeys, &Children, &Cases, &Done, &Harm, &Measures, &Contact, &NoticeStory, &NoticeData, &Recipient, &Number,
        &Sent, &LateReason, &NoNotice, &Closed };
};

namespace kinds {
using enum Writer;
inline constexpr RecordKind Device { "device", 1, QT_TRANSLATE_NOOP("Records", "Device"), OwnerOffice, Reach::Province,
    Eraser::Nobody, DeviceFields::All };
inline constexpr RecordKind Office { "office", 1, QT_TRANSLATE_NOOP("Records", "Office"), OwnerOffice, Reach::Province,
    Eraser::Nobody, OfficeFields::All };
inline constexpr RecordKind User { "user", 1, QT_TRANSLATE_NOOP("Records", "User"), OwnerOffice, Reach::Office,
    Eraser::Nobody, UserFields::All };
inline constexpr RecordKind Child { "child", 1, QT_TRANSLATE_NOOP("Records", "Child"), OwnerOffice, Reach::Province,
    Eraser::OwnerLeaderAndAdministrator, ChildFields::All };
inline constexpr RecordKind Case { "case", 3, QT_TRANSLATE_NOOP("Records", "Case"), OwnerOffice, Reach::Province,
    Eraser::OwnerLeaderAndAdministrator, CaseFields::All };
inline constexpr RecordKind Assessment { "assessment", 1, QT_TRANSLATE_NOOP("Records", "Initial assessment"),
    OwnerOffice, Reach::Province, Eraser::OwnerLeaderAndAdministrator, AssessmentFields::All };
inline constexpr RecordKind Session { "session", 1, QT_TRANSLATE_NOOP("Records", "Session"), OwnerOffice,
    Reach::Province, Eraser::OwnerLeaderAndAdministrator, SessionFields::All };
inline constexpr RecordKind Task { "task", 1, QT_TRANSLATE_NOOP("Records", "Task of the directive"), OwnerOffice,
    Reach::Province, Eraser::Nobody, TaskFields::All };
inline constexpr RecordKind Remark { "remark", 1, QT_TRANSLATE_NOOP("Records", "Remarks on a report"), OwnerOffice,
    Reach::Province, Eraser::Nobody, RemarkFields::All };
inline constexpr RecordKind Retirement { "retire", 1, QT_TRANSLATE_NOOP("Records", "Lost device"), OwnerOffice,
    Reach::Province, Eraser::Nobody, RetirementFields::All };
inline constexpr RecordKind Branch { "branch", 1, QT_TRANSLATE_NOOP("Records", "History that counts"), OwnerOffice,
    Reach::Province, Eraser::Nobody, BranchFields::All };
inline constexpr RecordKind Erasure { "erase", 1, QT_TRANSLATE_NOOP("Records", "Erasure"), OwnerOffice, Reach::Province,
    Eraser::Nobody, ErasureFields::All };
inline constexpr RecordKind Hold { "hold", 1, QT_TRANSLATE_NOOP("Records", "Reason to keep"), OwnerOffice,
    Reach::Province, Eraser::Nobody, HoldFields::All };
inline constexpr RecordKind Restriction { "restriction", 1, QT_TRANSLATE_NOOP("Records", "Restricted access"),
    OwnerOffice, Reach::Province, Eraser::Nobody, RestrictionFields::All };
inline constexpr RecordKind Incident { "incident", 1, QT_TRANSLATE_NOOP("Records", "Data leak"), OwnerOffice,
    Reach::Office, Eraser::Nobody, IncidentFields::All };

/// Every kind, in the order in which tables are made.
[[nodiscard]] std::span<const RecordKind* const> all();
/// The kind of that name, or null when this program does not know it.
[[nodiscard]] const RecordKind* find(const QByteArray& name);
} // namespace kinds

} // namespace maiam
