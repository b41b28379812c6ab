using System.Text.Json.Serialization;

namespace Cdp.Digdag.Engine;

/// <summary>What the store's own journal holds, one a line.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "e")]
[JsonDerivedType(typeof(ProjectPut), "project")]
[JsonDerivedType(typeof(RevisionPut), "revision")]
[JsonDerivedType(typeof(SessionPut), "session")]
[JsonDerivedType(typeof(AttemptPut), "attempt")]
[JsonDerivedType(typeof(Started), "start")]
[JsonDerivedType(typeof(SchedulePut), "schedule")]
[JsonDerivedType(typeof(ScheduleGone), "unschedule")]
[JsonDerivedType(typeof(LastTask), "tasks")]
internal abstract record StoreEvent;

internal sealed record ProjectPut(Project Project) : StoreEvent;

internal sealed record RevisionPut(Revision Revision) : StoreEvent;

internal sealed record SessionPut(Session Session) : StoreEvent;

internal sealed record AttemptPut(Attempt Attempt) : StoreEvent;

/// <summary>A new attempt and the session that now lists it, in one line so that neither exists without the other.</summary>
internal sealed record Started(Session Session, Attempt Attempt) : StoreEvent;

internal sealed record SchedulePut(Schedule Schedule) : StoreEvent;

internal sealed record ScheduleGone(long Id) : StoreEvent;

/// <summary>Task ids up to this one are used.</summary>
internal sealed record LastTask(long Id) : StoreEvent;
