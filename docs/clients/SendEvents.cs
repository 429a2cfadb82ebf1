using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Security.Authentication;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

/// <summary>
/// Sends events, one JSON object a line, from standard input:
/// <c>mcs -r:System.Net.Http.dll SendEvents.cs &amp;&amp; CASECLOCK_URL=… CASECLOCK_TOKEN=… mono SendEvents.exe &lt;events.ndjson</c>,
/// or as the one file of a project of .NET 8. The token may stand in the file that CASECLOCK_TOKEN_FILE names, which is
/// read again where it holds no more; a text that begins with "ApiKey " is sent as it is. Prints the answer to each. Waits
/// for as long as CaseClock asks, an hour in all. What CaseClock could not take twice (500) goes to unsent.ndjson, or the
/// file that CASECLOCK_UNSENT names. Ends with 1 where one was refused or kept there, with 2 and the reason where it gave
/// up. Needs nothing else.
/// </summary>
public static class SendEvents
{
    private const int LongestPause = 64;

    private const int LongestWait = 3600;

    private static readonly Encoding Utf8 = new UTF8Encoding(false);

    private static Uri events;

    private static string authorization;

    private static string fault = "";

    private static int waited;

    /// A token is for one host: an answer that leads elsewhere is an answer, and not followed.
    private static readonly HttpClient Client =
        new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(30) };

    public static int Main()
    {
        var number = 1;
        try
        {
            return Run(ref number);
        }
        catch (GivenUp why)
        {
            Console.Error.WriteLine(why.Message + "; from line " + number + " on nothing is sent");
            return 2;
        }
    }

    private static int Run(ref int number)
    {
        var refused = false;
        events = Address(Environment.GetEnvironmentVariable("CASECLOCK_URL") ?? "");
        authorization = Authorization();
        using (var input = new StreamReader(Console.OpenStandardInput(), Utf8, false))
        using (var output = new StreamWriter(Console.OpenStandardOutput(), Utf8) { AutoFlush = true })
        {
            for (var line = input.ReadLine(); line != null; line = input.ReadLine(), number++)
            {
                if (line.Trim().Length > 0)
                {
                    var answer = Send(Utf8.GetBytes(line.Trim()));
                    output.WriteLine(answer.Status + " " + answer.Body);
                    if (answer.Status == 500)
                    {
                        var file = Environment.GetEnvironmentVariable("CASECLOCK_UNSENT") ?? "unsent.ndjson";
                        File.AppendAllText(file, line.Trim() + "\n", Utf8);
                    }
                    refused |= answer.Status != 200 && answer.Status != 202;
                }
            }
        }
        return refused ? 1 : 0;
    }

    private static Uri Address(string url)
    {
        var isOne = url.StartsWith("http://", StringComparison.Ordinal) || url.StartsWith("https://", StringComparison.Ordinal);
        if (!isOne || !Uri.TryCreate(url.TrimEnd('/') + "/api/v1/events", UriKind.Absolute, out var address))
        {
            throw new GivenUp("CASECLOCK_URL is no address such as https://intake.example: " + url);
        }
        return address;
    }

    private static string Authorization()
    {
        var file = Environment.GetEnvironmentVariable("CASECLOCK_TOKEN_FILE");
        var token = file == null ? Environment.GetEnvironmentVariable("CASECLOCK_TOKEN") ?? "" : File.ReadAllText(file).Trim();
        return token.StartsWith("ApiKey ", StringComparison.Ordinal) ? token : "Bearer " + token;
    }

    /// Posts the same until there is an answer that says something about the event.
    private static Answer Send(byte[] body)
    {
        var pause = 1;
        var faults = 0;
        var renewed = false;
        while (true)
        {
            var answer = Post(body).GetAwaiter().GetResult();
            if ((answer.Status == 429 || answer.Status == 503) && answer.RetryAfter != null)
            {
                Wait(answer.RetryAfter.Value, answer.Status);
                continue;
            }
            if (answer.Status == 401 && !renewed)
            {
                renewed = true;
                authorization = Authorization();
                continue;
            }
            if (answer.Status == 500)
            {
                faults++;
            }
            if (!IsToBeRepeated(answer.Status) || faults > 1)
            {
                return answer;
            }
            if (pause > LongestPause)
            {
                throw new GivenUp("no answer: " + (answer.Status == 0 ? fault : answer.Body));
            }
            Wait(pause, answer.Status);
            pause *= 2;
        }
    }

    private static void Wait(int seconds, int status)
    {
        waited += seconds;
        if (waited > LongestWait)
        {
            throw new GivenUp("waited for an hour in all: " + status);
        }
        Thread.Sleep(TimeSpan.FromSeconds(seconds));
    }

    private static bool IsToBeRepeated(int status)
    {
        return status == 0 || status == 408 || status == 429 || status == 500 || status == 503;
    }

    /// Status 0 where nobody answers.
    private static async Task<Answer> Post(byte[] body)
    {
        using (var request = new HttpRequestMessage(HttpMethod.Post, events))
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
            request.Headers.ExpectContinue = false;
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/cloudevents+json");
            try
            {
                using (var response = await Client.SendAsync(request).ConfigureAwait(false))
                {
                    return new Answer
                    {
                        Status = (int)response.StatusCode,
                        Body = Utf8.GetString(await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false)),
                        RetryAfter = Seconds(response),
                    };
                }
            }
            catch (Exception e) when (e is HttpRequestException || e is OperationCanceledException || e is IOException || e is WebException)
            {
                if (e.GetBaseException() is AuthenticationException)
                {
                    throw new GivenUp("the certificate is not trusted: " + e.GetBaseException().Message);
                }
                fault = e.GetBaseException().Message;
                return new Answer();
            }
        }
    }

    private static int? Seconds(HttpResponseMessage response)
    {
        var asked = response.Headers.TryGetValues("Retry-After", out var values) ? values.First() : "";
        var isCount = asked.Length >= 1 && asked.Length <= 5 && asked.All(digit => digit >= '0' && digit <= '9');
        return isCount ? int.Parse(asked) : (int?)null;
    }

    /// Going on makes no sense: what is not sent yet stays so.
    private sealed class GivenUp : Exception
    {
        public GivenUp(string why)
            : base(why)
        {
        }
    }

    private struct Answer
    {
        public int Status;
        public string Body;
        public int? RetryAfter;
    }
}
