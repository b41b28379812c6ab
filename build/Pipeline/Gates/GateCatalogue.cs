using System.Collections.Immutable;
using Cdp.Pipeline.Checks;
using Cdp.Pipeline.Gates.HistUnion;
using Cdp.Pipeline.Gates.Ingestion;
using Cdp.Pipeline.Gates.Orchestration;
using Cdp.Pipeline.Gates.Prerequisites;
using Cdp.Pipeline.Gates.Staging;
using Cdp.Pipeline.Gates.Unification;
using Cdp.Pipeline.Phases.Ingestion;

namespace Cdp.Pipeline.Gates;

/// <summary>Every gate there is (spec, cdp_phases §5), in the order of their ids.</summary>
public sealed record GateCatalogue(
    ImmutableArray<IFileGate> OfFiles, ImmutableArray<IPlatformGate> OfPlatform, ImmutableArray<IDataGate> OfData)
{
    public static GateCatalogue Empty { get; } = new([], [], []);

    public IEnumerable<GateInfo> All => OfFiles.Select(g => g.Info)
        .Concat(OfPlatform.Select(g => g.Info))
        .Concat(OfData.Select(g => g.Info))
        .Concat(OfFiles.IsEmpty ? [] : TableChecks.Gates)
        .OrderBy(g => _areas.IndexOf(g.Id.Split('-')[0])).ThenBy(g => g.Id, StringComparer.Ordinal);

    private static readonly ImmutableArray<string> _areas = ["PRE", "ING", "HU", "ST", "UN", "OR"];

    public static GateCatalogue Of(ConnectorRegistry connectors) => new(
        [
            new ClientName(), new ClientIsNamed(), new DatabasesTellTheClient(), new TablesTellTheirSource(), new EndpointIsOfTheRegion(),
            new IngestionIsLaidOut(), new LoadsAreLogged(), new FailedLoadsAreLogged(), new WindowsAreInTheConnectorsFormat(connectors),
            new IncrementalFieldsAreNamed(), new LoadsKeepTheConnectorsLimit(connectors), new LoadFilesAreWhole(), new SecretsAreReferences(),
            new CredentialsAreIgnored(), new LogsNameTheirColumns(), new RangesFollowOneAnother(), new HistoryFitsIntoAnAttempt(),
            new UnionIsLaidOut(), new WatermarksComeFirst(), new TablesRunInParallel(), new NoScheduleOfItsOwn(), new QueriesAreUsed(),
            new UnionsBuildTheirTable(), new SidesReadOnlyWhatIsNew(), new BothWatermarksAreWritten(), new UnionSqlIsTrino(),
            new SidesHaveTheSameColumns(), new FullLoadsAreWhole(), new TimeIsKept(),
            new StagingIsWhole(), new ColumnsAreFewAndTyped(), new DatesHaveTheirForms(), new AddressesHaveTheirForms(), new JsonIsReadSafely(),
            new CleanThenJoinThenDedupe(), new ParametersAreWhole(), new StagingLoops(), new NoTypesThatTablesLack(),
            new FunctionsAreTheEngines(), new NamesAreDistinct(), new ColumnsFindRoom(),
            new UnificationIsWhole(), new RunnerRequiresItsParts(), new EnrichedTablesAreStaged(), new EnrichmentLoops(),
            new KeysAreTheSameEverywhere(), new UnifyFileIsWhole(), new OneKindOfId(), new TimeIsNoKey(), new SettingsAreFilledIn(),
            new ExpressionsCompile(), new AddressesAreValidated(), new ServiceIsCalledWithAKey(),
            new ExpectedFilesAreThere(), new ReferencesResolve(), new NoKeysInFiles(), new ArchiveIsSmallEnough(), new SqlIsClosed(),
            new ReportHoldsNoKey(),
        ],
        [
            new KeyIsAccepted(), new DatabasesExist(), new SourceTablesExist(), new SourceTablesHaveRows(), new SourceTablesHaveTime(),
            new TablesIdentifyPeople(), new JsonColumnsAreListed(), new TablesHaveUsualWidth(), new SecretsAreSet(), new PlatformAnswers(),
            new SidesMatchThePlan(), new ExclusionListHasItsColumns(), new KeyColumnsCanBeCast(),
        ],
        [
            new TablesAreFresh(), new RecordsAreMostlyOnce(),
            new LastLoadsSucceeded(connectors), new TablesHaveWhatWasLoaded(connectors), new WatermarksAdvance(connectors), new VolumesAreUsual(),
            new UnionsAreComplete(), new WatermarksAreReached(), new ColumnsAreKnown(),
            new RowsArriveOnce(), new KeysAreUnique(), new ValuesCanBeRead(), new FlagsAreFlags(), new ColumnsAreThePlanned(),
            new PersonsAreFound(), new LeadersAreUnique(), new StatisticsAgree(), new RowsHavePersons(), new NobodySwallowsThousands(),
            new PersonsAreStable(), new FewPersonsChange(), new ExcludedValuesAreGone(), new RowsStayTheSame(), new MasterHasEveryPersonOnce(),
        ]);
}
